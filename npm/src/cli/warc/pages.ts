import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { fieldsOf, records } from "./records.js";

/** An HTML page of an archive, as its server sent it. */
export interface ArchivedPage {
  url: string;
  /** When it was fetched, ISO 8601. */
  date: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The charset its server named. */
  charset: string | undefined;
}

/** A page longer than this is left out, bytes; so that no archive can fill the memory. */
const MOST = 64 << 20;

const HTML = new Set(["text/html", "application/xhtml+xml"]);

/** The HTML pages of an unpacked archive; what is no page, a redirect or an error is passed over. */
export async function* pages(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivedPage> {
  const wanted = (fields: Map<string, string>) =>
    /^(response|resource)$/.test(fields.get("warc-type") ?? "") && !/^dns:/.test(target(fields));
  for await (const { fields, block } of records(stream, wanted, MOST)) {
    const content =
      block && (fields.get("warc-type") === "response" ? response(block) : resource(fields, block));
    if (content !== undefined) yield { url: target(fields), date: fields.get("warc-date") ?? "", ...content };
  }
}

/** Some writers put the address in angle brackets, as WARC 1.0's grammar had it. */
const target = (fields: Map<string, string>) =>
  (fields.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1");

type Content = Pick<ArchivedPage, "bytes" | "charset"> | undefined;

function resource(fields: Map<string, string>, block: Uint8Array): Content {
  return content(fields.get("content-type"), block);
}

/** The body of an HTTP response with status 2xx. */
function response(block: Uint8Array): Content {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const end = buffer.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [status = "", ...lines] = buffer.toString("latin1", 0, end).split("\r\n");
  const fields = fieldsOf(lines);
  if (!/^HTTP\/\S+ 2\d\d/.test(status) || !HTML.has(mime(fields.get("content-type")))) return undefined;
  try {
    const body =
      fields.get("transfer-encoding")?.toLowerCase() === "chunked" ? unchunked(buffer, end + 4) : null;
    return content(fields.get("content-type"), decoded(body ?? buffer.subarray(end + 4), fields));
  } catch {
    // A body that does not unpack, or unpacks to more than the limit, is no page.
    return undefined;
  }
}

function content(type: string | undefined, bytes: Uint8Array): Content {
  if (!HTML.has(mime(type))) return undefined;
  const charset = /charset\s*=\s*"?([\w.:+-]+)/i.exec(type ?? "")?.[1];
  // A copy of its own, to be handed to another thread.
  return { bytes: new Uint8Array(bytes), charset };
}

const mime = (type = "") => (type.split(";")[0] ?? "").trim().toLowerCase();

/** Crawlers mostly store bodies unpacked but leave the header; then the bytes speak for themselves. */
function decoded(body: Buffer, fields: Map<string, string>): Buffer {
  const limit = { maxOutputLength: MOST };
  const coding = fields.get("content-encoding")?.toLowerCase();
  if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, limit);
  if (body[0] === 0x3c || body.length === 0) return body;
  if (coding === "br") return orAsIs(() => brotliDecompressSync(body, limit), body);
  if (coding === "deflate") return orAsIs(() => inflateSync(body, limit), body);
  return body;
}

function orAsIs(unpack: () => Buffer, body: Buffer): Buffer {
  try {
    return unpack();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw error;
    return body;
  }
}

/** A chunked body put together (RFC 9112, 7.1); null if it is not chunked after all. */
function unchunked(buffer: Buffer, from: number): Buffer | null {
  // In one buffer: a body may be in millions of chunks.
  const whole = Buffer.alloc(Math.max(0, buffer.length - from));
  let length = 0;
  for (let at = from; ;) {
    const line = buffer.indexOf("\r\n", at);
    const size = /^[\da-f]+/i.exec(line < 0 ? "" : buffer.toString("latin1", at, Math.min(line, at + 20)));
    if (size === null && at === from) return null;
    const next = parseInt(size?.[0] ?? "0", 16);
    if (next === 0) return whole.subarray(0, length);
    length += buffer.copy(whole, length, line + 2, line + 2 + next);
    at = line + 2 + next + 2;
  }
}
