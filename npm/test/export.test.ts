import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import init, { extract } from "../src/node/index.js";
import { epubFile, fileName, htmlFile, markdownFile, textFile } from "../src/export/index.js";
import { articleOf } from "./article.js";

const SAMPLES = ["hijacked-portal", "pharma-blog", "news-wall", "japanese", "arabic", "technical"];
const DOT = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const picture = () => Promise.resolve({ bytes: new Uint8Array(DOT), type: "image/gif" });

/** Debian's package: an archive that Java runs. */
const EPUBCHECK = "/usr/bin/epubcheck";
const canCheck = existsSync(EPUBCHECK) && spawnSync("java", ["-version"]).status === 0;
/** epubcheck starts a Java machine. */
const PATIENCE = 60_000;

/** What epubcheck finds wrong; nothing where it is not installed. */
function epubcheck(book: Uint8Array): string[] {
  if (!canCheck) return [];
  const folder = mkdtempSync(join(tmpdir(), "dehusk-epub-"));
  const file = join(folder, "book.epub");
  writeFileSync(file, book);
  const { status, stdout, stderr } = spawnSync("java", ["-jar", EPUBCHECK, "--failonwarnings", file], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  if (status === 0 && stdout.includes("No errors or warnings")) return [];
  return `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
}

describe("EPUB", () => {
  test.runIf(canCheck).each(SAMPLES)(
    "the book of %s passes epubcheck",
    { timeout: PATIENCE },
    async (name) => {
      await init();
      const path = fileURLToPath(new URL(`../../www/samples/${name}.html`, import.meta.url));
      const article = extract(readFileSync(path, "utf8"), { url: "https://www.example.org/a" });
      if (article === null) throw new Error("the sample has an article");
      expect(epubcheck(await epubFile(article, { picture }))).toEqual([]);
    },
  );

  test("content no schema allows is bent into shape without losing text", { timeout: PATIENCE }, async () => {
    const html = `<p>a<span><div>block in span</div></span></p><li>lone item</li><ul>loose<li>x</li></ul>
<table><tr><td>1</td></tr><tbody><tr><td>2</td></tr></tbody><caption>c</caption>stray</table><tr><td>cell</td></tr>
<dl><dd>first</dd><dt>later</dt></dl><dl><dt>t</dt><dd>d</dd></dl><h2><div>head</div></h2><figure><figcaption>f</figcaption><img src="https://example.org/p.webp" alt="pic"><figcaption>g</figcaption></figure>
<a href="https://example.org/x"><div>in link <a href="https://example.org/y">nested</a></div></a><details><summary>s</summary>d</details>
<ruby>漢</ruby><ruby>漢<rt>kan</rt></ruby><video src="https://example.org/v.mp4" controls></video><picture><source srcset="/a.png"><img src="https://example.org/q.png" alt=""></picture>
<time datetime="nonsense">then</time><p id="dehusk-a">one</p><p id="dehusk-a">two</p><a href="#dehusk-none">gone</a><a href="#dehusk-a">here</a><bdo>b</bdo>
<math><mi>x</mi><mo>=</mo><mn>1</mn></math><td>lost cell</td><pre><div>pre</div></pre><p lang="no such">odd\u0001</p><blockquote cite="/x">q</blockquote><ol type="x" start="3"><li value="y">v</li></ol>`;
    const book = await epubFile(
      articleOf({
        html,
        title: "A & <B>",
        lang: "xx-not a tag",
        url: "https://example.org/?a=1&b=2",
        dir: "rtl",
      }),
      { picture: (url) => (url.endsWith("q.png") ? picture() : Promise.resolve(null)) },
    );
    expect(epubcheck(book)).toEqual([]);
    const text = new TextDecoder().decode(book);
    for (const word of [
      "block in span",
      "lone item",
      "loose",
      "stray",
      "later",
      "nested",
      "lost cell",
      "pre",
      "then",
    ])
      expect(text).toContain(word);
  });

  test("the same article gives the same book", async () => {
    const modified = new Date(0);
    const one = await epubFile(articleOf(), { modified });
    expect(await epubFile(articleOf(), { modified })).toEqual(one);
    expect(new TextDecoder().decode(one.subarray(30, 58))).toBe("mimetypeapplication/epub+zip");
  });

  test("ten thousand nested elements are no trouble", async () => {
    const book = await epubFile(articleOf({ html: `${"<div><span>".repeat(10_000)}deep` }));
    expect(new TextDecoder().decode(book)).toContain("deep");
  });
});

test("front matter cannot be broken out of", () => {
  const text = markdownFile(
    articleOf({ title: 'Say "x"\n---\nevil: yes', byline: "A: B", words: 12, markdown: "body\n" }),
    { frontMatter: true },
  );
  const [, yaml] = text.split(/^---$/m);
  expect(yaml).toBe('\ntitle: "Say \\"x\\"\\n---\\nevil: yes"\nauthor: "A: B"\nwords: 12\n');
  expect(text.endsWith("body\n")).toBe(true);
});

test("a title the text begins with is not said twice", async () => {
  const article = articleOf({
    title: "T (1)",
    byline: "B",
    html: "<div><h1>T\n(1)</h1><p>body</p></div>",
    markdown: "# T (1)\n\nbody",
    text: "T (1)\n\nbody",
  });
  expect(markdownFile(article)).toBe("# T (1)\n\nB\n\nbody\n");
  expect(textFile(article)).toBe("T (1)\n\nB\n\nbody\n");
  expect((await htmlFile(article)).match(/T\s\(1\)/g)).toHaveLength(2);
  expect(new TextDecoder().decode(await epubFile(article))).not.toContain("<h1>T\n(1)</h1>");
});

test("the saved page holds its pictures and lets nothing else in", async () => {
  const article = articleOf({
    title: "<T>",
    html: '<p>x</p><img src="https://example.org/a.gif" srcset="https://example.org/b.gif 2x" alt="a"><script>alert(1)</script>',
  });
  const page = await htmlFile(article, picture);
  expect(page).toContain("<title>&lt;T&gt;</title>");
  expect(page).toContain(`<img src="data:image/gif;base64,${DOT.toString("base64")}" alt="a">`);
  expect(page).not.toContain("srcset");
  expect(page).not.toContain("alert");
  expect(await htmlFile(article)).toContain('src="https://example.org/a.gif"');
});

test("plain text has its title, and file names what file systems take", () => {
  expect(textFile(articleOf({ byline: "B" }))).toBe("A title\n\nB\n\ntext\n");
  expect(fileName(articleOf({ title: "../a\\b:c?" }), "md")).toBe("a b c.md");
  expect(fileName(articleOf({ title: " " }), "md")).toBe("article.md");
});
