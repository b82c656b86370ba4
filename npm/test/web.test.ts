// The package as a browser loads it: no bundler, its own wasm found beside it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startChromium, type Chromium } from "./browser.js";

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

const paragraphs = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>On day ${at} the wind turned, the boats came home early, the whole quay smelled of rope, salt and bread, and nobody asked what it had cost.</p>`,
).join("");
const PAGE = `<!doctype html><html lang=en><head><title>Ten days of wind</title></head><body>
<article><h1>Ten days of wind</h1>${paragraphs}</article>`;

test("init needs no argument; read leaves the page alone and agrees with extract", async () => {
  const page = await chromium.open(PAGE);
  const result = await page.evaluate(async () => {
    await dehusk.default();
    const before = document.documentElement.outerHTML;
    const article = dehusk.read(document);
    const cleaning = dehusk.cleanDocument(document, { hideSelectors: ["h1"] });
    const gone = document.querySelector("h1")?.getClientRects().length === 0;
    cleaning.restore();
    const text = dehusk.extract(before, { url: document.URL })?.text;
    return {
      title: article?.title,
      agrees: article?.text === text,
      gone,
      same: document.documentElement.outerHTML === before,
    };
  });
  expect(result).toEqual({ title: "Ten days of wind", agrees: true, gone: true, same: true });
});

test("works in a worker, where there is no document", async () => {
  const page = await chromium.open(PAGE);
  const title = await page.evaluate(
    (html) =>
      new Promise((resolve) => {
        const code = `import init, { extract } from "${location.origin}/dist/web/index.js";
          onmessage = async ({ data }) => { await init(); postMessage(extract(data).title); };
          postMessage("ready");`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), {
          type: "module",
        });
        worker.onmessage = ({ data }) => {
          if (data === "ready") worker.postMessage(html);
          else resolve(data);
        };
      }),
    PAGE,
  );
  expect(title).toBe("Ten days of wind");
});

test("importing any entry touches no global, as in server rendering", async () => {
  for (const entry of ["web/index", "web/live", "web/engine", "edge", "reader/index"]) {
    const before = Object.getOwnPropertyNames(globalThis).length;
    await import(new URL(`../dist/${entry}.js`, import.meta.url).href);
    expect(Object.getOwnPropertyNames(globalThis)).toHaveLength(before);
  }
});
