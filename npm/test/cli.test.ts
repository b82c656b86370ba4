import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
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

/** Runs the command; `input` goes to its standard input. */
function run(
  args: string[],
  input: string | Buffer = "",
): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ status: typeof error?.code === "number" ? error.code : 0, out, err });
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
  ["nothing", Buffer.from(page("Zürich"))],
  ["a charset that does not exist", Buffer.from(page("Zürich", '<meta charset="klingon">'))],
])("finds the charset by %s", async (_, bytes) => {
  expect((await run(["-", "--format", "text"], bytes)).out).toMatch(/^Zürich\n/);
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
  expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
});
