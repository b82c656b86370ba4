import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pages, type ArchivedPage } from "../src/cli/warc/pages.js";

/** Ways a body may lie in an archive, with the header that says so. */
const CODINGS = {
  plain: { header: "", pack: (body: Buffer) => body },
  gzip: { header: "Content-Encoding: gzip\r\n", pack: (body: Buffer) => gzipSync(body) },
  br: { header: "Content-Encoding: br\r\n", pack: (body: Buffer) => brotliCompressSync(body) },
  deflate: { header: "Content-Encoding: deflate\r\n", pack: (body: Buffer) => deflateSync(body) },
  // What crawlers do: unpack the body and leave the header.
  unpacked: { header: "Content-Encoding: br\r\n", pack: (body: Buffer) => body },
  chunked: { header: "Transfer-Encoding: chunked\r\n", pack: (body: Buffer) => chunked(body, 7) },
  crumbled: { header: "Transfer-Encoding: chunked\r\n", pack: (body: Buffer) => chunked(body, 1) },
};

function chunked(body: Buffer, size: number): Buffer {
  const parts = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

interface Archived {
  url: string;
  body: Uint8Array;
  coding: keyof typeof CODINGS;
  /** Line ends behind the record; writers differ. */
  gap: number;
}

function written({ url, body, coding, gap }: Archived): Buffer {
  const { header, pack } = CODINGS[coding];
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${header}\r\n`;
  const http = Buffer.concat([Buffer.from(head), pack(Buffer.from(body))]);
  const fields = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(fields), http, Buffer.from("\r\n".repeat(gap))]);
}

const records = fc.array(
  fc.record({
    url: fc.webUrl(),
    body: fc.uint8Array({ maxLength: 60 }).map((rest) => new Uint8Array([0x3c, ...rest])),
    coding: fc.constantFrom(...(Object.keys(CODINGS) as (keyof typeof CODINGS)[])),
    gap: fc.nat(3),
  }),
  { maxLength: 5 },
);

/** Bytes in pieces of any lengths, as a stream brings them. */
async function* pieces(bytes: Uint8Array, lengths: number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const end = at + (lengths[turn % lengths.length] ?? bytes.length);
    yield bytes.subarray(at, end);
    at = end;
    await Promise.resolve();
  }
}
const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });

async function read(bytes: Uint8Array, cuts: number[]): Promise<ArchivedPage[]> {
  const found = [];
  for await (const page of pages(pieces(bytes, cuts))) found.push(page);
  return found;
}

test("what was written is read, in whatever pieces it comes", () =>
  fc.assert(
    fc.asyncProperty(records, lengths, async (list, cuts) => {
      const found = await read(Buffer.concat(list.map(written)), cuts);
      expect(found.map(({ url, bytes }) => [url, [...bytes]])).toEqual(
        list.map(({ url, body }) => [url, [...body]]),
      );
    }),
    { numRuns: 300 },
  ));

test("a damaged archive gives pages or an error that says so, never anything else", () =>
  fc.assert(
    fc.asyncProperty(
      records,
      lengths,
      fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 12 })), {
        minLength: 1,
        maxLength: 4,
      }),
      async (list, cuts, wounds) => {
        let bytes = Buffer.concat(list.map(written));
        for (const [where, gone, put] of wounds) {
          const at = where % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)]);
        }
        const problem = await read(bytes, cuts).then(
          () => "",
          (error: unknown) => (error as Error).message,
        );
        expect(problem).toMatch(
          /^$|^This is no WARC archive|^The archive is cut off inside a record|^A record of the archive has no length/,
        );
      },
    ),
    { numRuns: 1000 },
  ));

test("a body in half a million chunks takes no more memory than the body", async () => {
  const body = Buffer.alloc(1 << 19, "<p>");
  const bytes = written({ url: "https://mill.test/", body, coding: "crumbled", gap: 2 });
  const before = process.memoryUsage().heapUsed;
  const [page] = await read(bytes, [1 << 16]);
  expect(Buffer.compare(Buffer.from(page?.bytes ?? []), body)).toBe(0);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(16 << 20);
});
