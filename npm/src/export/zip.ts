/** One file of an archive. */
export interface Entry {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** CRC-32 as ZIP wants it (APPNOTE 4.4.7: polynomial 0xedb88320). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

// APPNOTE 4.3.7, 4.3.12, 4.3.16; lengths in bytes.
const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** 1 January 1980, midnight: the same article gives the same file. */
const DATE = 33;

/**
 * Packs files as a ZIP archive, stored: pictures are compressed already, and the text of one article is small beside them.
 * The first entry starts at byte 0 with no extra field, which EPUB asks of its `mimetype` (OCF 3.3, 4.3).
 */
export function zip(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const files = entries.map(({ name, bytes }) => ({ name: encoder.encode(name), bytes, crc: crc32(bytes) }));
  const size = files.reduce(
    (sum, { name, bytes }) => sum + LOCAL + CENTRAL + 2 * name.length + bytes.length,
    END,
  );
  const archive = new Uint8Array(size);
  const view = new DataView(archive.buffer);
  let at = 0;
  const starts = files.map((file) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    common(view, at + 4, file);
    archive.set(file.name, at + LOCAL);
    archive.set(file.bytes, at + LOCAL + file.name.length);
    at += LOCAL + file.name.length + file.bytes.length;
    return start;
  });
  const directory = at;
  files.forEach((file, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    common(view, at + 6, file);
    view.setUint32(at + 42, starts[index] as number, true);
    archive.set(file.name, at + CENTRAL);
    at += CENTRAL + file.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return archive;
}

/** The fields that both headers of a file share, from “version needed” on. */
function common(
  view: DataView,
  at: number,
  file: { name: Uint8Array; bytes: Uint8Array; crc: number },
): void {
  view.setUint16(at, 20, true);
  // Names are UTF-8 (APPNOTE, appendix D).
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, file.crc, true);
  view.setUint32(at + 14, file.bytes.length, true);
  view.setUint32(at + 18, file.bytes.length, true);
  view.setUint16(at + 22, file.name.length, true);
}
