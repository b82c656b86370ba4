/** One record of a WARC archive: its named fields in lower case, and its block of bytes. */
export interface WarcRecord {
  fields: Map<string, string>;
  /** Undefined for a block that was not wanted or is over the limit; its bytes were skipped, never kept. */
  block: Uint8Array | undefined;
}

/** Bytes of a record's head, at most: ISO 28500 sets no limit, writers stay far below. */
const MOST_HEAD = 1 << 16;

const BLANK_LINE = Buffer.from("\r\n\r\n");

/** Bytes of a stream, taken in the lengths one asks for. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#rest = this.#rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#rest, next.value]);
    return true;
  }

  /** The text up to a blank line, which is consumed; undefined at the end of the stream. */
  async head(): Promise<string | undefined> {
    for (let from = 0; ;) {
      // Line ends between records belong to neither.
      while (this.#rest[0] === 13 || this.#rest[0] === 10) this.#rest = this.#rest.subarray(1);
      const end = this.#rest.indexOf(BLANK_LINE, from);
      if (end >= 0) {
        const text = this.#rest.toString("utf8", 0, end);
        this.#rest = this.#rest.subarray(end + BLANK_LINE.length);
        return text;
      }
      if (this.#rest.length > MOST_HEAD)
        throw new Error("This is no WARC archive: a record's head has no end.");
      from = Math.max(0, this.#rest.length - BLANK_LINE.length);
      if (!(await this.#more())) {
        if (this.#rest.length > 0) throw new Error("The archive is cut off inside a record's head.");
        return undefined;
      }
    }
  }

  /** Exactly `length` bytes; kept in a buffer of their own, or skipped. */
  async take(length: number, keep: boolean): Promise<Uint8Array | undefined> {
    const kept = keep ? new Uint8Array(length) : undefined;
    for (let at = 0; at < length;) {
      if (this.#rest.length === 0 && !(await this.#more()))
        throw new Error("The archive is cut off inside a record.");
      const part = this.#rest.subarray(0, length - at);
      kept?.set(part, at);
      at += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return kept;
  }
}

/** The records of an unpacked archive, one at a time. Blocks that are not `wanted` or longer than `most` bytes are skipped. */
export async function* records(
  stream: AsyncIterable<Uint8Array>,
  wanted: (fields: Map<string, string>) => boolean,
  most: number,
): AsyncGenerator<WarcRecord> {
  const source = new Source(stream);
  for (;;) {
    const head = await source.head();
    if (head === undefined) return;
    const [version = "", ...lines] = head.split("\r\n");
    if (!version.startsWith("WARC/")) throw new Error("This is no WARC archive.");
    const fields = fieldsOf(lines);
    const length = Number(fields.get("content-length"));
    if (!Number.isSafeInteger(length) || length < 0)
      throw new Error("A record of the archive has no length.");
    yield { fields, block: await source.take(length, length <= most && wanted(fields)) };
  }
}

/** `Name: value` lines as HTTP and WARC have them; a name met twice keeps its first value. */
export function fieldsOf(lines: string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}
