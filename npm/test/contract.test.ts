// The public contract, every name: types at compile time, behaviour at run time.
import { readFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { JSDOM } from "jsdom";
import { expect, expectTypeOf, test, vi } from "vitest";
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
import { engine as full } from "../src/builds/full.js";
import * as live from "../src/node/live.js";
import * as engine from "../src/node/engine.js";
import { apply, capture } from "../src/edge.js";
import * as glue from "../wasm/full/dehusk.js";

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

const WASM = new URL("../wasm/full/dehusk_bg.wasm", import.meta.url);

test.each<
  [
    string,
    (bytes: Uint8Array<ArrayBuffer>, address: string) => Parameters<typeof init>[0] | Promise<Response>,
  ]
>([
  ["bytes", (bytes) => bytes],
  ["a buffer", (bytes) => bytes.buffer],
  ["a file's URL", () => WASM],
  ["an address", (_, address) => address],
  ["a URL", (_, address) => new URL(address)],
  ["a response", (bytes) => new Response(bytes)],
  ["a response to come", (_, address) => fetch(address)],
  ["a module", (bytes) => new WebAssembly.Module(bytes)],
])("init takes %s", async (_, input) => {
  const bytes = new Uint8Array(await readFile(WASM));
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/wasm" }).end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  vi.resetModules();
  const fresh = await import("../src/node/index.js");
  await fresh.default(input(bytes, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  expect(fresh.extract(PAGE)?.title).toBe("The harbour by heart");
  server.close();
});

test("dehusk/node needs no init", async () => {
  vi.resetModules();
  const sync = await import("../src/node/sync.js");
  expect(sync.extract(PAGE)?.title).toBe("The harbour by heart");
  await sync.default();
  expect(sync.version()).toBe(version());
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

test.each<[string, unknown]>([
  ["a number", 7],
  ["null", null],
  ["nothing", undefined],
  ["bytes", new Uint8Array(3)],
])("a page that is %s is refused by every function", (_, given) => {
  for (const call of [extract, clean, isReadable, read, cleanDocument])
    expect(() => call(given as never)).toThrow(
      expect.objectContaining({ name: "DehuskError", code: "BAD_OPTION" }),
    );
});

test.each<[unknown, RegExp]>([
  [5, /^Options must be an object, not number\.$/],
  [{ url: 7 }, /^url must be a string\.$/],
  [{ strictness: "0.5" }, /^strictness must be a number from 0/],
  [{ strictness: NaN }, /^strictness must be a number from 0/],
  [{ hide: "spam" }, /^hide must be an array of spam, ad/],
  [{ maxNodes: 1.5 }, /^maxNodes must be a whole number/],
  [{ maxDepth: 0 }, /^maxDepth must be a whole number/],
  [{ keepSelectors: "p" }, /^keepSelectors must be an array of CSS selectors\.$/],
])("options %j are refused on every path", (options, sentence) => {
  for (const call of [
    () => extract(PAGE, options as Options),
    () => clean(PAGE, options as Options),
    () => isReadable(PAGE, options as Options),
    () => read(documentOf(PAGE), options as Options),
    () => cleanDocument(documentOf(PAGE), options as Options),
    () => engine.judge(capture(documentOf(PAGE)).columns, options as Options),
  ]) {
    expect(call).toThrow(
      expect.objectContaining({ code: "BAD_OPTION", message: expect.stringMatching(sentence) as string }),
    );
  }
});

test("what is undefined, null or unknown among the options is as if it were not there", () => {
  const options = {
    url: undefined,
    strictness: undefined,
    hide: null,
    maxNodes: null,
    maxDepth: undefined,
    keepSelectors: undefined,
    hideSelectors: null,
    weather: "fine",
  } as unknown as Options;
  expect(extract(PAGE, options)).toEqual(extract(PAGE));
  expect(read(documentOf(PAGE), options)).toEqual(read(documentOf(PAGE)));
  expect(extract(PAGE, null as never)).toEqual(extract(PAGE));
  expect(extract(PAGE, { maxDepth: 1e9, maxNodes: 1e12 })).toEqual(extract(PAGE));
});

test("a document without a root has nothing to read", () => {
  const document = documentOf("");
  document.documentElement.remove();
  expect(read(document)).toBeNull();
  expect(isReadable(document)).toBe(false);
  expect(cleanDocument(document).removals).toEqual([]);
});

test("after a crash in the middle of a call the next one works", () => {
  // JavaScript that throws inside the engine unwinds nothing there: the instance is left as after a trap.
  const keepSelectors: string[] = [];
  Object.defineProperty(keepSelectors, 0, {
    get: () => {
      throw new Error("from within");
    },
  });
  const broken = { keepSelectors };
  expect(() => full.call((raw) => raw.extract(PAGE, broken))).toThrow(
    expect.objectContaining({ name: "DehuskError", code: "CRASHED" }),
  );
  expect(extract(PAGE)?.title).toBe("The harbour by heart");
  // Given by a caller, it is the caller's own error.
  expect(() => extract(PAGE, broken)).toThrow("from within");
});

/** Bytes of the engine's memory. */
const memory = () =>
  (glue.initSync(undefined as never) as { memory: WebAssembly.Memory }).memory.buffer.byteLength;

test("ten thousand extracts leave the memory where the first hundred did", () => {
  // Short ones of several lengths: what is asked is whether each call gives back what it took.
  const pages = [1, 2, 4].map(
    (count) => `<title>Harbour</title><article>${`<p>${PARAGRAPHS[0] ?? ""}</p>`.repeat(count)}</article>`,
  );
  const round = (at: number) =>
    extract(pages[at % pages.length] ?? "", at % 7 === 0 ? { strictness: 0.9 } : {});
  for (let at = 0; at < 100; at += 1) round(at);
  const before = memory();
  for (let at = 0; at < 10_000; at += 1) round(at);
  expect(memory()).toBe(before);
}, 600_000);
