import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Article } from "../src/types.js";
import { articleOf } from "./article.js";
import { startChromium, type Chromium } from "./browser.js";

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

const FILLER = "<p>A line of text that is here to be scrolled by.</p>".repeat(60);

/** Opens the reader as \`r\`; \`memory\` is what was remembered before, \`saved\` collects what is remembered. */
async function open(parts: Partial<Article>, memory: unknown = null, settings = {}): Promise<Page> {
  const page = await chromium.open("<!doctype html><html lang=en><title>t</title><body>page");
  await page.evaluate(
    ([article, remembered, chosen]) => {
      const saved: unknown[] = [];
      const spoken: SpeechSynthesisUtterance[] = [];
      // The edge to the operating system: a voice that says nothing until it is told that it has.
      Object.defineProperty(window, "speechSynthesis", {
        value: {
          cancel() {},
          speak: (text: SpeechSynthesisUtterance) => spoken.push(text),
          getVoices: () => [],
        },
      });
      Object.defineProperty(navigator, "clipboard", {
        value: {
          writeText: (text: string) => (Object.assign(globalThis, { copied: text }), Promise.resolve()),
        },
      });
      const r = reader.openReader(document, article, {
        settings: chosen,
        powers: {
          memory: {
            load: () => Promise.resolve(remembered as null),
            save: (kept) => saved.push(structuredClone(kept)),
          },
          colouring: () =>
            Promise.resolve((code) => [
              { text: code.slice(0, 3), scope: "keyword" },
              { text: code.slice(3), scope: null },
            ]),
        },
      });
      Object.assign(globalThis, { r, saved, spoken });
    },
    [articleOf(parts), memory, settings] as const,
  );
  return page;
}

const inReader = (page: Page, selector: string) => page.locator(`dehusk-reader ${selector}`);
const scrolled = (page: Page) => inReader(page, ".scroller").evaluate((scroller) => scroller.scrollTop);

test("the table of contents leads to a heading and marks the current one", async () => {
  const html = `<h2>One</h2>${FILLER}<h2>Two</h2>${FILLER}<h3>Three</h3>${FILLER}`;
  const page = await open({ html });
  await inReader(page, "[data-action=contents]").click();
  await inReader(page, ".entry >> text=Three").click();
  expect(await inReader(page, ".panel.contents").isVisible()).toBe(false);
  await page.waitForFunction(() => r.root.querySelector(".entry[aria-current]")?.textContent === "Three");
  const progress = await inReader(page, ".progress").evaluate((line) =>
    line.style.getPropertyValue("--read"),
  );
  expect(Number(progress)).toBeGreaterThan(0.6);
  // A text without headings has no contents.
  const plain = await open({ html: "<p>x</p>" });
  expect(await inReader(plain, "[data-action=contents]").count()).toBe(0);
});

test("place and highlights are remembered and brought back", async () => {
  const html = `${FILLER}<p id="dehusk-x">Mark this very word, please.</p>${FILLER}`;
  const page = await open({ html });
  await inReader(page, "#dehusk-x").evaluate((paragraph) => {
    paragraph.scrollIntoView();
    const text = paragraph.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, 5, text, 19);
  });
  await inReader(page, "[data-action=highlight]").click();
  expect(await inReader(page, "mark").allTextContents()).toEqual(["this very word"]);
  await inReader(page, "#dehusk-x").evaluate((paragraph) => {
    const text = paragraph.lastChild as Text;
    getSelection()?.setBaseAndExtent(text, 2, text, 8);
  });
  await inReader(page, "[data-action=highlight]").click();
  expect(await inReader(page, "mark").allTextContents()).toEqual(["this very word", "please"]);
  await page.waitForFunction(() => saved.some((kept) => (kept as { place: number }).place > 50));
  const kept = await page.evaluate<{ place: number; highlights: unknown[] }[]>("saved");

  const again = await open({ html: `<p>New first line.</p>${html}` }, kept.at(-1));
  await page.waitForTimeout(50);
  expect(await inReader(again, "mark").allTextContents()).toEqual(["this very word", "please"]);
  expect(await scrolled(again)).toBeGreaterThan(500);
  for (const left of [["please"], []]) {
    await inReader(again, "mark").first().click();
    await inReader(again, "[data-action=unhighlight]").click();
    expect(await inReader(again, "mark").allTextContents()).toEqual(left);
  }
  expect(await inReader(again, "#dehusk-x").evaluate((paragraph) => paragraph.childNodes.length)).toBe(1);
});

test("a footnote opens beside its mark, and the keyboard gets out of it", async () => {
  const html = `<p>Text<sup><a id="dehusk-r" href="#dehusk-f">1</a></sup> goes on.</p>${FILLER}<ol><li id="dehusk-f">The note. <a href="#dehusk-r">↩</a></li></ol>`;
  const page = await open({ html });
  await inReader(page, "#dehusk-r").click();
  const note = inReader(page, ".note");
  expect(await note.locator(".text").textContent()).toBe("The note. ");
  expect(await scrolled(page)).toBe(0);
  await page.keyboard.press("Escape");
  expect(await note.count()).toBe(0);
  expect(await page.evaluate(() => r.root.activeElement?.id)).toBe("dehusk-r");
  await inReader(page, "#dehusk-r").click();
  await inReader(page, "[data-action=go-to-note]").click();
  await page.waitForFunction(() => (r.root.querySelector(".scroller")?.scrollTop ?? 0) > 500);
});

test("pictures open on the whole screen, by mouse and by keyboard", async () => {
  const dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  const html = `<figure><img src="${dot}" alt="one" width="300" height="200"><figcaption>The first</figcaption></figure><img src="${dot}" alt="two" width="300" height="200"><img src="${dot}" alt="dot" width="9">`;
  const page = await open({ html });
  expect(await inReader(page, "img[role=button]").count()).toBe(2);
  await inReader(page, "img[alt=one]").focus();
  await page.keyboard.press("Enter");
  const box = inReader(page, "dialog.lightbox");
  expect(await box.locator(".caption").textContent()).toBe("The first");
  await page.keyboard.press("ArrowRight");
  expect(await box.locator("img").getAttribute("alt")).toBe("two");
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
  expect(await page.evaluate("r.closed")).toBe(false);
  expect(await page.evaluate(() => (r.root.activeElement as HTMLImageElement).alt)).toBe("two");
});

test("reads aloud sentence by sentence, and shows where", async () => {
  const html = "<h2>Head</h2><p>First one. Second one!</p><pre>code</pre><ul><li>Item</li></ul>";
  const page = await open({ html, lang: "en" });
  await inReader(page, "[data-action=listen]").click();
  const spoken = () => page.evaluate(() => globalThis.spoken.map(({ text }) => text.trim()));
  const shown = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get("dehusk-sentence") ?? [])].map((range) => (range as Range).toString()),
    );
  const finish = () =>
    page.evaluate(() => void globalThis.spoken.at(-1)?.onend?.call(null as never, null as never));
  expect(await spoken()).toEqual(["Head"]);
  await finish();
  await finish();
  expect(await spoken()).toEqual(["Head", "First one.", "Second one!"]);
  expect(await shown()).toEqual(["Second one!"]);
  await inReader(page, "[data-action=faster]").click();
  expect(await page.evaluate(() => globalThis.spoken.at(-1)?.rate)).toBeCloseTo(1.2);
  await inReader(page, "[data-action=speech-toggle]").click();
  await finish();
  expect((await spoken()).length).toBe(4);
  await inReader(page, "[data-action=speech-toggle]").click();
  await finish();
  expect((await spoken()).at(-1)).toBe("Item");
  await finish();
  expect(await inReader(page, ".speech").isVisible()).toBe(false);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test("code is coloured by what is lent, and copied as it was", async () => {
  const page = await open({ html: `<pre><code class="language-rust">let x = 1;\n</code></pre>` });
  expect(await inReader(page, ".c-keyword").textContent()).toBe("let");
  await inReader(page, "[data-action=copy-code]").click();
  expect(await page.evaluate("copied")).toBe("let x = 1;");
});

test("every command has a key, and the sheet lists them", async () => {
  const page = await open({ html: FILLER });
  await page.keyboard.press("?");
  const keys = await inReader(page, ".sheet kbd").allTextContents();
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain("j");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await page.evaluate(() => r.root.activeElement?.textContent)).toMatch(/^A line/);
  await page.keyboard.press("d");
  expect(await inReader(page, ".reader").getAttribute("data-theme")).toBe("light");
  await page.keyboard.press("f");
  expect(await inReader(page, ".band").isVisible()).toBe(true);
  await page.keyboard.press("c");
  expect(await page.evaluate("copied")).toBe("# A title\n\ntext\n");
});

test("files are saved through the browser's own download", async () => {
  const page = await open({ title: "A/B: title", html: "<p>Saved text.</p>", url: "https://example.org/a" });
  for (const [action, name, start] of [
    ["save-markdown", "A B title.md", "# A/B: title"],
    ["save-html", "A B title.html", "<!doctype html>"],
    ["save-epub", "A B title.epub", "PK"],
    ["save-text", "A B title.txt", "A/B: title"],
  ] as const) {
    await page.keyboard.press("s");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      inReader(page, `[data-action=${action}]`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString("utf8").startsWith(start)).toBe(true);
  }
});

test("nothing moves for a person who wants no motion, and 200 % zoom loses nothing", async () => {
  const page = await chromium.open("<!doctype html><html lang=en><body>x", {
    viewport: { width: 600, height: 450 },
  });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(
    (article) =>
      void reader.openReader(document, article, { settings: { size: 7 }, hidden: 12, onRestore() {} }),
    articleOf({ html: `<h2>Unbelievablylongheadingword</h2>${FILLER}` }),
  );
  const looks = await inReader(page, ".scroller").evaluate((scroller) => ({
    behavior: getComputedStyle(scroller).scrollBehavior,
    animation: getComputedStyle(scroller.closest("dialog") as Element).animationName,
    sticksOut: scroller.scrollWidth - scroller.clientWidth,
  }));
  expect(looks).toEqual({ behavior: "auto", animation: "none", sticksOut: 0 });
});

declare global {
  var r: import("../src/reader/index.js").Reader;
  var saved: unknown[];
  var spoken: SpeechSynthesisUtterance[];
}
