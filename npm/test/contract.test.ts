// The public contract, every name: types at compile time, behaviour at run time. It runs on the built package.
import { JSDOM } from "jsdom";
import { expect, expectTypeOf, test } from "vitest";
import init, {
  clean,
  cleanDocument,
  DehuskError,
  extract,
  isReadable,
  read,
  version,
  type Article,
  type Cleaned,
  type Cleaning,
  type Kind,
  type Options,
  type PageKind,
  type Removal,
} from "../src/node/index.js";
import * as live from "../src/node/live.js";
import * as engine from "../src/node/engine.js";
import { apply, capture } from "../src/edge.js";

const PARAGRAPHS = [
  "The ferry leaves at seven, and whoever misses it waits, reads the paper, and learns the harbour by heart. " +
    "I missed it on the first morning, because nobody had told me that the island keeps its own time, nine minutes ahead.",
  "So I sat on the bollard that everyone sits on, and watched a man paint the same railing he had painted in spring. " +
    "He told me that salt eats a coat a year, that the council pays for one coat every two, and that he makes up the rest.",
  "By ten the gulls had gone to meet the trawlers, and the quay smelled of coffee, diesel and drying rope. " +
    "A girl with a school bag asked whether I had come to buy the lighthouse, which has been for sale since she was born.",
  "I said that I had not, and she looked relieved, and showed me the stair where the tide table is carved in the stone. " +
    "When the second boat came in I knew the names of eleven people, two dogs, and every step that is slippery at noon.",
];
const PAGE = `<!doctype html><html lang="en"><head><title>The harbour by heart</title></head><body>
  <nav><a href="/">Home</a> <a href="/news">News</a></nav>
  <article><h1>The harbour by heart</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article>
  <footer>© Harbour Courier</footer></body></html>`;
const documentOf = (html: string) => new JSDOM(html, { url: "https://example.org/harbour" }).window.document;

test("types", () => {
  expectTypeOf<Kind>().toEqualTypeOf<
    "spam" | "ad" | "cookie" | "newsletter" | "share" | "related" | "overlay" | "comments"
  >();
  expectTypeOf<PageKind>().toEqualTypeOf<
    "article" | "forum" | "documentation" | "product" | "listing" | "service" | "other"
  >();
  expectTypeOf(init).returns.toEqualTypeOf<Promise<void>>();
  expectTypeOf(init).toBeCallableWith(new URL("https://example.org"));
  expectTypeOf(init).toBeCallableWith(new Uint8Array());
  expectTypeOf(extract).toEqualTypeOf<(html: string, options?: Options) => Article | null>();
  expectTypeOf(clean).toEqualTypeOf<(html: string, options?: Options) => Cleaned>();
  expectTypeOf(isReadable).toEqualTypeOf<(page: string | Document, options?: Options) => boolean>();
  expectTypeOf(read).toEqualTypeOf<(document: Document, options?: Options) => Article | null>();
  expectTypeOf(cleanDocument).toEqualTypeOf<(document: Document, options?: Options) => Cleaning>();
  expectTypeOf(version).toEqualTypeOf<() => string>();
  expectTypeOf<Article["provenance"]>().toEqualTypeOf<
    Record<string, "jsonld" | "meta" | "microdata" | "dom" | "title" | "url">
  >();
  expectTypeOf<Cleaning["removals"][number]>().toEqualTypeOf<Removal & { element: Element | Text }>();
});

test("nothing works before init, and says so", () => {
  for (const call of [
    () => extract(""),
    () => clean(""),
    () => isReadable(""),
    () => version(),
    () => live.version(),
  ]) {
    expect(call).toThrow(DehuskError);
    expect(call).toThrow(expect.objectContaining({ code: "NOT_INITIALISED" }));
  }
});

test("init needs no argument in Node", async () => {
  await init();
  await init();
  await live.default();
  expect(version()).toMatch(/^\d+\.\d+\.\d+/);
  expect(live.version()).toBe(version());
});

test("extract gives every field of an article", () => {
  const article = extract(PAGE, { url: "https://example.org/harbour" });
  expect(article).toMatchObject({ kind: "article", title: "The harbour by heart", titleHijacked: false });
  const text = expect.any(String) as string;
  const textOrNull = expect.toSatisfy((value) => value === null || typeof value === "string") as
    string | null;
  expect(article).toEqual({
    kind: "article",
    title: text,
    byline: textOrNull,
    published: textOrNull,
    modified: textOrNull,
    site: textOrNull,
    source: textOrNull,
    lang: textOrNull,
    dir: expect.toSatisfy((value) => value === null || value === "ltr" || value === "rtl") as null,
    excerpt: textOrNull,
    image: textOrNull,
    url: textOrNull,
    html: text,
    text,
    markdown: text,
    words: expect.any(Number) as number,
    minutes: expect.any(Number) as number,
    confidence: expect.any(Number) as number,
    provenance: expect.any(Object) as Article["provenance"],
    titleHijacked: expect.any(Boolean) as boolean,
    removals: expect.any(Array) as Removal[],
  });
  expect(article?.html).toContain("<p>The ferry leaves at seven,");
  expect(article?.text.split("\n").slice(-PARAGRAPHS.length)).toEqual(PARAGRAPHS);
  expect(structuredClone(article)).toEqual(article);
});

test("odd HTML is no error, and what has nothing to read is null", () => {
  for (const html of ["", "\0\0\0", "</html>", "<div id=root></div>", "<!--", "<p>".repeat(10_000)]) {
    expect(extract(html)).toBeNull();
  }
});

test("clean gives the page, its title and what was removed", () => {
  const cleaned = clean(PAGE);
  expect(cleaned).toEqual({
    html: expect.stringContaining("The ferry leaves at seven") as string,
    removals: expect.any(Array) as Removal[],
    title: "The harbour by heart",
    titleHijacked: false,
  });
});

test("isReadable judges a string and a document alike", () => {
  expect(isReadable(PAGE)).toBe(true);
  expect(isReadable(documentOf(PAGE))).toBe(true);
  expect(isReadable("<p>short</p>")).toBe(false);
});

test("read agrees with extract and leaves the document alone", () => {
  const document = documentOf(PAGE);
  const before = document.documentElement.outerHTML;
  const article = read(document);
  expect(document.documentElement.outerHTML).toBe(before);
  const same = extract(PAGE, { url: "https://example.org/harbour" });
  expect(article).toMatchObject({ title: same?.title, text: same?.text, html: same?.html });
  expect(live.read(document)).toEqual(article);
  expect(live.isReadable(document)).toBe(true);
});

test("cleanDocument hides in place and gives the page back", () => {
  const document = documentOf(PAGE.replace("<article>", "<p class=mine>mine</p><article>"));
  const before = document.documentElement.outerHTML;
  const cleaning = cleanDocument(document, { hideSelectors: [".mine"] });
  const mine = document.querySelector(".mine");
  expect(cleaning.removals.map(({ element }) => element)).toContain(mine);
  for (const removal of cleaning.removals) {
    expect(removal.path).toMatch(/^html>body>/);
    expect(removal.confidence).toBeGreaterThanOrEqual(0);
    expect(removal.confidence).toBeLessThanOrEqual(1);
  }
  cleaning.observe();
  cleaning.disconnect();
  cleaning.restore();
  expect(document.documentElement.outerHTML).toBe(before);
  cleaning.reapply();
  expect(document.documentElement.outerHTML).not.toBe(before);
});

test("the page's half and the engine's half agree with the whole", async () => {
  await engine.default();
  const document = documentOf(PAGE);
  const { columns, nodes } = capture(document);
  // As it crosses to a worker.
  const judgement = engine.judge(structuredClone(columns), { url: "https://example.org/harbour" });
  expect(judgement.article).toEqual(read(document));
  expect(judgement.readable).toBe(true);
  const cleaning = apply(document, { nodes, plan: judgement.plan });
  expect(cleaning.removals).toHaveLength(judgement.plan.rows.length);
  cleaning.restore();
});

test.each<[string, () => unknown, string]>([
  ["strictness", () => extract(PAGE, { strictness: 2 }), "BAD_OPTION"],
  ["hide", () => extract(PAGE, { hide: ["weather" as Kind] }), "BAD_OPTION"],
  ["selector", () => read(documentOf(PAGE), { keepSelectors: ["p["] }), "BAD_OPTION"],
  ["maxNodes", () => extract(PAGE, { maxNodes: 3 }), "TOO_LARGE"],
  ["maxNodes, live", () => read(documentOf(PAGE), { maxNodes: 3 }), "TOO_LARGE"],
  [
    "columns",
    () => engine.judge({ ...capture(documentOf(PAGE)).columns, tag: new Uint16Array(1) }),
    "BAD_SNAPSHOT",
  ],
])("unusable arguments are refused: %s", (_, call, code) => {
  expect(call).toThrow(expect.objectContaining({ name: "DehuskError", code }));
});

test("a thousand extracts do not grow the engine", () => {
  for (let round = 0; round < 1000; round += 1) extract(PAGE);
  const before = process.memoryUsage().rss;
  for (let round = 0; round < 2000; round += 1) extract(PAGE);
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 2 ** 20);
});
