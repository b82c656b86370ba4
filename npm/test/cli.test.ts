import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
let folder: string;

const SENTENCE =
  "The mill stands by the river, its wheel turns all day, and the miller counts the sacks in the evening light.";
const page = (title: string, extra = "") =>
  `<!doctype html><head>${extra}<title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${SENTENCE}</p>`.repeat(8)}</article>`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dehusk-cli-"));
  await writeFile(path.join(folder, "mill.html"), page("The mill"));
  await writeFile(path.join(folder, "shell.html"), "<div id=root></div>");
});

/** Without the words about progress that a slow machine brings. */
const quiet = (err: string) => err.replaceAll(/^dehusk: (reading .*|\d+( \/ \d+)? pages)\n/gm, "");

/** Runs the command; `input` goes to its standard input. */
function run(
  args: string[],
  input: string | Buffer = "",
): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ status: typeof error?.code === "number" ? error.code : 0, out, err: quiet(err) });
    });
    child.stdin?.end(input);
  });
}

test("writes an article as Markdown", async () => {
  const { status, out, err } = await run(["mill.html"]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toMatch(/^# The mill\n\n/);
  expect(out).toContain(SENTENCE);
});

test.each([
  ["text", /^The mill\n+The mill stands/],
  ["html", /^<(h1|p)>/],
  ["json", /^\{\n {2}"kind": "article"/],
])("writes it as %s", async (format, expected) => {
  expect((await run(["mill.html", "--format", format])).out).toMatch(expected);
});

test("writes books, pages' own pictures in them", async () => {
  // Longer than what stands in for pictures to come; the head says what it is.
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const dot = `data:image/png;base64,${Buffer.concat([head, Buffer.alloc(6000, 7)]).toString("base64")}`;
  const html = page("A book").replace(
    "</article>",
    `<img src="${dot}" width=600 height=400 alt="A dot"></article>`,
  );
  await writeFile(path.join(folder, "book.html"), html);
  const { status, err } = await run(["book.html", "mill.html", "--format", "epub", "--out", "books"]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  const books = path.join(folder, "books");
  expect((await readdir(books)).sort()).toEqual(["book.epub", "mill.epub"]);
  const bytes = await readFile(path.join(books, "book.epub"), "latin1");
  // A stored zip whose first file names the type, as EPUB's container wants it.
  expect(bytes.slice(0, 58)).toMatch(/^PK.*mimetypeapplication\/epub\+zip$/s);
  expect(bytes).toContain("EPUB/picture-1.png");
  const piped = await run(["mill.html", "--format", "epub"]);
  expect(piped.out.startsWith("PK")).toBe(true);
});

test("reads standard input and resolves links", async () => {
  const html = page("Linked").replace("the river", '<a href="/river">the river</a>');
  const { out } = await run(["-", "--url", "https://example.org/a/"], html);
  expect(out).toContain("(https://example.org/river)");
});

test("cleans a whole page", async () => {
  const { status, out } = await run(["mill.html", "--clean"]);
  expect(status).toBe(0);
  expect(out).toContain("<title>The mill</title>");
});

test.each([
  ["byte order mark", Buffer.from(`\ufeff${page("Zürich")}`, "utf16le")],
  ["meta charset", Buffer.from(page("Zürich", '<meta charset="windows-1252">'), "latin1")],
  [
    "http-equiv",
    Buffer.from(
      page("Zürich", '<meta http-equiv="content-type" content="text/html; charset=iso-8859-1">'),
      "latin1",
    ),
  ],
  [
    "an XML declaration",
    Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${page("Zürich")}`, "latin1"),
  ],
  [
    "meta charset, not the one in a comment",
    Buffer.from(page("Zürich", '<!-- <meta charset="gbk"> --><meta charset="windows-1252">'), "latin1"),
  ],
  ["nothing", Buffer.from(page("Zürich"))],
  ["a charset that does not exist", Buffer.from(page("Zürich", '<meta charset="klingon">'))],
])("finds the charset by %s", async (_, bytes) => {
  expect((await run(["-", "--format", "text"], bytes)).out).toMatch(/^Zürich\n/);
});

test.each([
  // “磨坊” in each charset's own bytes.
  ["gbk", [0xc4, 0xa5, 0xb7, 0xbb], "磨坊"],
  ["gb2312", [0xc4, 0xa5, 0xb7, 0xbb], "磨坊"],
  ["big5", [0xbf, 0x69, 0xa7, 0x7b], "磨坊"],
  ["shift_jis", [0x90, 0x85, 0x8e, 0xd4], "水車"],
  ["euc-jp", [0xbf, 0xe5, 0xbc, 0xd6], "水車"],
  ["euc-kr", [0xb9, 0xb0, 0xb7, 0xb9], "물레"],
  ["windows-1251", [0xec, 0xe5, 0xeb, 0xfc], "мель"],
])("reads %s where the page declares it", async (charset, bytes, text) => {
  const [before = "", after = ""] = page("@", `<meta charset="${charset}">`)
    .replace("<h1>@", "<h1>#")
    .replace("@", "x")
    .split("#");
  const html = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
  expect((await run(["-", "--format", "html"], html)).out).toContain(text);
});

test("exit 3: nothing to read", async () => {
  const { status, out, err } = await run(["shell.html"]);
  expect({ status, out }).toEqual({ status: 3, out: "" });
  expect(err).toBe("dehusk: shell.html holds nothing to read.\n");
});

test.each([
  [["missing.html"], /^dehusk: missing\.html cannot be read: /],
  [["mill.html", "--format", "pdf"], /^dehusk: --format must be one of/],
  [["mill.html", "--strictness", "2"], /^dehusk: --strictness must be a number/],
  [["mill.html", "--url", "nowhere"], /^dehusk: nowhere is no absolute URL/],
  [["mill.html", "--nonsense"], /^dehusk: Unknown option '--nonsense'/],
  [["mill.html", "shell.html"], /^dehusk: Several files need --out/],
  [["mill.html", "--clean", "--format", "text"], /^dehusk: --clean writes html or json/],
  [["mill.html", "--clean", "--explain"], /^dehusk: --clean and --explain cannot go together/],
  [["mill.html", "--explain", "--format", "html"], /^dehusk: --explain writes text or json/],
  [["mill.html", "--threads", "0"], /^dehusk: --threads must be a whole number/],
  [["mill.html", "--strictness", ""], /^dehusk: --strictness must be a number/],
  [["mill.html", "a.warc"], /^dehusk: Archives and pages cannot go together/],
  [["a.warc", "--format", "text"], /^dehusk: An archive is written as lines of JSON/],
  [["-", "mill.html", "--out", "out"], /^dehusk: Standard input cannot go with files/],
  [["--completions", "tcsh"], /^dehusk: --completions must be one of bash, fish, zsh/],
  [[], /^dehusk: Name a file/],
])("exit 2: %j", async (args, expected) => {
  const { status, out, err } = await run(args);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toMatch(expected);
});

test("help and version", async () => {
  expect((await run(["--help"])).out).toMatch(/^Usage: dehusk FILE/);
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  expect((await run(["--version"])).out).toBe(`${version}\n`);
});

test("explains what it found and what it hid", async () => {
  const farm = Array.from(
    { length: 20 },
    (_, at) => `<a href="https://farm${at}.test/">cheap pills ${at}</a> `,
  );
  const html = `${page("The mill")}<div style="display:none">${farm.join("")}</div>`;
  const { status, out } = await run(["-", "--explain"], html);
  expect(status).toBe(0);
  expect(out).toMatch(/^Title: +The mill {2}\(\w+\)\n/);
  expect(out).toMatch(/\n\nspam, \d+ % sure: .+\n {2}html>body>div:nth-child\(2\)\n {2}“cheap pills 0/);
  const told = JSON.parse((await run(["-", "--explain", "--format", "json"], html)).out) as Record<
    string,
    unknown
  >;
  expect(told).toMatchObject({ article: { title: "The mill" }, removals: [{ kind: "spam" }] });
  expect(told["article"]).not.toHaveProperty("text");
});

test("usage, completions and the manual page name every option", async () => {
  const texts = await Promise.all([
    run(["--help"]).then(({ out }) => out),
    ...["bash", "fish", "zsh"].map((shell) => run(["--completions", shell]).then(({ out }) => out)),
    readFile(new URL("../dist/dehusk.1", import.meta.url), "utf8"),
  ]);
  const names = [...texts[0].matchAll(/--([a-z]+)/g)].map((match) => match[1] ?? "");
  expect(names).toContain("warc");
  for (const text of texts) for (const name of names) expect(text).toContain(name);
});

/** A record of a WARC archive that carries an HTTP response. */
function record(url: string, body: string | Buffer, head = "Content-Type: text/html; charset=utf-8"): Buffer {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`), Buffer.from(body)]);
  const fields = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nContent-Length: ${http.length}`;
  return Buffer.concat([Buffer.from(`${fields}\r\n\r\n`), http, Buffer.from("\r\n\r\n")]);
}
const linesOf = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("an archive becomes one line of JSON per page, in its order", async () => {
  const info = Buffer.from("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\n{}\r\n\r\n");
  const chunked = `5\r\n${page("D").slice(0, 5)}\r\n${(page("D").length - 5).toString(16)}\r\n${page("D").slice(5)}\r\n0\r\n\r\n`;
  const records = [
    info,
    ...Array.from({ length: 9 }, (_, at) => record(`https://mill.test/${at}`, page(`Page ${at}`))),
    record("https://mill.test/shell", "<div id=root></div>"),
    record("https://mill.test/picture", "GIF89a", "Content-Type: image/gif"),
    record(
      "https://mill.test/latin",
      Buffer.from(page("Zürich"), "latin1"),
      "Content-Type: text/html; charset=latin1",
    ),
    record(
      "https://mill.test/packed",
      gzipSync(page("Packed")),
      "Content-Type: text/html\r\nContent-Encoding: gzip",
    ),
    record("https://mill.test/chunked", chunked, "Content-Type: text/html\r\nTransfer-Encoding: chunked"),
  ];
  // One member per record, as crawlers write them.
  const packed = Buffer.concat(records.map((one) => gzipSync(one)));
  await writeFile(path.join(folder, "crawl.warc.gz"), packed);
  const { status, out, err } = await run(["crawl.warc.gz", "--threads", "2"]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(linesOf(out).map(({ url, article }) => [url, (article as { title: string } | null)?.title])).toEqual(
    [
      ...Array.from({ length: 9 }, (_, at) => [`https://mill.test/${at}`, `Page ${at}`]),
      ["https://mill.test/shell", undefined],
      ["https://mill.test/latin", "Zürich"],
      ["https://mill.test/packed", "Packed"],
      ["https://mill.test/chunked", "D"],
    ],
  );
  expect(linesOf(out)[0]).toMatchObject({ date: "2026-01-02T03:04:05Z" });
  // From standard input, and unpacked.
  expect((await run(["--warc", "-"], Buffer.concat(records))).out).toBe(out);
});

test("of a broken archive what came before the break is written", async () => {
  const whole = Buffer.concat([
    record("https://mill.test/1", page("One")),
    record("https://mill.test/2", page("Two")),
  ]);
  await writeFile(path.join(folder, "cut.warc"), whole.subarray(0, whole.length - 50));
  const cut = await run(["cut.warc"]);
  expect(cut.status).toBe(2);
  expect(cut.err).toBe("dehusk: cut.warc: The archive is cut off inside a record.\n");
  expect(linesOf(cut.out)).toHaveLength(1);
  await writeFile(path.join(folder, "no.warc"), "this is no archive\r\n\r\n");
  expect(await run(["no.warc", "missing.warc"])).toMatchObject({
    status: 2,
    out: "",
    err: expect.stringMatching(
      /^dehusk: no\.warc: This is no WARC archive\.\ndehusk: missing\.warc: ENOENT/,
    ) as string,
  });
});

test("many files go to a folder; a bad one is reported and the rest done", async () => {
  const files = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const name = `page-${at}.html`;
      await writeFile(path.join(folder, name), page(`Page ${at}`));
      return name;
    }),
  );
  const out = path.join(folder, "out");
  const { status, err } = await run([...files, "missing.html", "shell.html", "--out", out]);
  expect(status).toBe(2);
  expect(err).toMatch(/dehusk: missing\.html: ENOENT/);
  expect(err).toContain("dehusk: shell.html holds nothing to read.");
  expect((await readdir(out)).sort()).toEqual(files.map((name) => name.replace(".html", ".md")).sort());
  expect(await readFile(path.join(out, "page-7.md"), "utf8")).toMatch(/^# Page 7\n/);
  expect((await run(["mill.html", "shell.html", "--out", out])).status).toBe(0);
  expect((await run(["shell.html", "--out", out])).status).toBe(3);
});

test("a pipe closed early is no error", async () => {
  const big = page("Big") + `<p>${SENTENCE}</p>`.repeat(20_000);
  await writeFile(path.join(folder, "big.html"), big);
  const child = spawn(process.execPath, [CLI, "big.html"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (data: Buffer) => (complaint += data.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect({ status, complaint: quiet(complaint) }).toEqual({ status: 0, complaint: "" });
});
