import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReaderOptions } from "../src/reader/index.js";
import type { Article } from "../src/types.js";
import { articleOf } from "./article.js";
import { startChromium, type Chromium } from "./browser.js";

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

const PAGE = `<!doctype html><html lang=en><body style="margin:0"><input id=field><div style="height:4000px">page</div>`;

interface Opened {
  page: Page;
  before: string;
}

/** Opens the reader on a page; the reader is \`r\` there, and \`events\` collects what it calls. */
async function open(
  parts: Partial<Article> = {},
  options: ReaderOptions = {},
  html = PAGE,
  headers: Record<string, string> = {},
): Promise<Opened> {
  const page = await chromium.open(html, { headers });
  const before = await page.evaluate(
    ([article, given]) => {
      const before = document.documentElement.outerHTML;
      const events: unknown[] = [];
      const r = reader.openReader(document, article, {
        ...given,
        onClose: () => events.push("closed"),
        onRestore: () => events.push("restored"),
        onSettings: (settings) => events.push(settings),
      });
      Object.assign(globalThis, { r, events });
      return before;
    },
    [articleOf(parts), options] as const,
  );
  return { page, before };
}

const inReader = (page: Page, selector: string) => page.locator(`dehusk-reader ${selector}`);

test("shows the article with its facts in its own language", async () => {
  const { page } = await open({
    title: "老沖床",
    byline: "林怡君",
    published: "2026-05-02T23:30:00+08:00",
    site: "產業日報",
    lang: "zh-Hant",
    minutes: 4,
    html: "<h2>老沖床</h2><p>第一段</p>",
  });
  expect(await inReader(page, "h1").textContent()).toBe("老沖床");
  expect(await inReader(page, ".facts").allInnerTexts()).toEqual(["林怡君\n2026年5月2日\n4 分鐘"]);
  expect(await inReader(page, ".site").textContent()).toBe("產業日報");
  expect(await inReader(page, "article").getAttribute("lang")).toBe("zh-Hant");
  // The masthead says it already.
  expect(await inReader(page, "h2").count()).toBe(0);
  expect(await inReader(page, ".prose p").textContent()).toBe("第一段");
});

test("Escape closes it, and the page is as before: markup, focus and place", async () => {
  const page = await chromium.open(PAGE);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("#field")?.focus();
    scrollTo(0, 1500);
    Object.assign(globalThis, { before: document.documentElement.outerHTML });
  });
  await page.evaluate((article) => void reader.openReader(document, article), articleOf());
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("dehusk-reader");
  await page.keyboard.press("Escape");
  const after = await page.evaluate(() => ({
    same: document.documentElement.outerHTML === (globalThis as { before?: string }).before,
    focus: document.activeElement?.id,
    scroll: scrollY,
    sheets: document.adoptedStyleSheets.length,
  }));
  expect(after).toEqual({ same: true, focus: "field", scroll: 1500, sheets: 0 });
});

test("the page beneath is out of reach of keyboard and pointer while it is open", async () => {
  const { page } = await open({ html: '<p><a href="https://example.org/">link</a></p>' });
  const reached = new Set<string>();
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement?.localName ?? ""));
  }
  expect([...reached].filter((name) => name !== "dehusk-reader" && name !== "body")).toEqual([]);
  expect(await page.evaluate(() => document.elementFromPoint(20, 10)?.localName)).toBe("dehusk-reader");
});

test("the page's shortcuts do not hear what is typed in the reader", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    document.addEventListener("keydown", (event) =>
      (globalThis as { events?: unknown[] }).events?.push(event.key),
    );
  });
  await page.keyboard.press("j");
  expect(await page.evaluate("events")).toEqual([]);
});

test("theme, size and width change at once and are handed out", async () => {
  const { page } = await open({}, { settings: { theme: "light", size: 2, width: 1 } });
  const paper = () =>
    inReader(page, ".reader").evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await paper();
  await inReader(page, "[data-action=appearance]").click();
  await inReader(page, "[data-action=theme-dark]").click();
  expect(await paper()).not.toBe(light);
  expect(await inReader(page, "[data-action=theme-dark]").getAttribute("aria-pressed")).toBe("true");
  const size = () => inReader(page, ".page").evaluate((element) => getComputedStyle(element).fontSize);
  expect(await size()).toBe("19px");
  await inReader(page, "[data-action=larger]").click();
  expect(await size()).toBe("21px");
  await inReader(page, "[data-action=wider]").click();
  await inReader(page, "[data-action=wider]").click();
  // Already the widest; the button stays focusable and does nothing.
  await inReader(page, "[data-action=wider]").click({ force: true });
  expect(await page.evaluate("events")).toMatchObject([
    { theme: "dark", size: 2, width: 1 },
    { theme: "dark", size: 3, width: 1 },
    { theme: "dark", size: 3, width: 2 },
    { theme: "dark", size: 3, width: 3 },
  ]);
  // The first Escape closes the panel, the second the reader.
  await page.keyboard.press("Escape");
  expect(await page.evaluate("r.closed")).toBe(false);
  await page.keyboard.press("Escape");
  expect(await page.evaluate("r.closed")).toBe(true);
});

test("counts hidden blocks and offers to restore them", async () => {
  const { page } = await open({}, { hidden: 7 });
  expect(await inReader(page, ".count").textContent()).toBe("Hidden blocks: 7");
  await inReader(page, "[data-action=restore]").click();
  await page.evaluate("r.setHidden(0)");
  expect(await inReader(page, "[data-action=restore]").isVisible()).toBe(false);
  await inReader(page, "[data-action=close]").click();
  expect(await page.evaluate("events")).toEqual(["restored", "closed"]);
});

test("words of other languages, and settings no one can use", async () => {
  const { page } = await open(
    {},
    {
      strings: { lang: "de", close: "Schließen", hidden: "Ausgeblendet: {count}" },
      hidden: 1234,
      settings: { size: 99, theme: "pink" as "dark" },
    },
  );
  expect(await inReader(page, "[data-action=close]").getAttribute("aria-label")).toBe("Schließen");
  expect(await inReader(page, ".count").textContent()).toBe("Ausgeblendet: 1.234");
  expect(await inReader(page, ".reader").getAttribute("data-theme")).toBe("auto");
});

test("right-to-left text is laid out from the right, the toolbar stays where it is", async () => {
  const { page } = await open({ title: "مكتبة على ظهر دراجة", text: "", lang: "ar" });
  expect(await inReader(page, "article").getAttribute("dir")).toBe("rtl");
  const close = await inReader(page, "[data-action=close]").boundingBox();
  expect(close?.x).toBeLessThan(100);
});

test("links within the text lead to their place in the reader", async () => {
  const filler = "<p>x</p>".repeat(200);
  const { page } = await open({
    html: `<p><a href="#dehusk-fn1">the last part</a></p>${filler}<p id="dehusk-fn1">note</p>${filler}`,
  });
  await inReader(page, "a").first().click();
  expect(
    await inReader(page, "#dehusk-fn1").evaluate((note) => note.getBoundingClientRect().top),
  ).toBeGreaterThan(0);
  expect(
    await inReader(page, "#dehusk-fn1").evaluate((note) => note.getBoundingClientRect().top),
  ).toBeLessThan(800);
  expect(new URL(page.url()).hash).toBe("");
});

test("nothing is wider than a phone's screen; tables and code scroll by themselves", async () => {
  const page = await chromium.open(PAGE, { viewport: { width: 360, height: 700 } });
  const wide = `<table><tr>${"<td>cell cell cell</td>".repeat(20)}</tr></table><pre>${"long ".repeat(100)}</pre><p>${"x".repeat(300)}</p>`;
  await page.evaluate(
    (article) => void reader.openReader(document, article, { hidden: 12, onRestore() {} }),
    articleOf({ html: wide }),
  );
  const widths = await inReader(page, ".scroller").evaluate((scroller) => [
    scroller.scrollWidth,
    scroller.clientWidth,
  ]);
  expect(widths[0]).toBe(widths[1]);
  expect(
    await inReader(page, ".sideways").evaluate(
      (box) => box.scrollWidth > box.clientWidth && box.tabIndex === 0,
    ),
  ).toBe(true);
  expect(await inReader(page, ".bar").evaluate((bar) => bar.scrollWidth <= bar.clientWidth)).toBe(true);
});

test("pages that hide everything, demand trusted types or own the name cannot keep it out", async () => {
  const policy = {
    "content-security-policy":
      "default-src 'none'; script-src 'self' 'unsafe-eval'; require-trusted-types-for 'script'",
  };
  const hostile =
    "<!doctype html><style>*{display:none!important} dehusk-reader{opacity:0!important}</style><p>x";
  const strict = await open({ html: "<p>here</p>" }, {}, hostile, policy);
  expect(await inReader(strict.page, ".prose p").isVisible()).toBe(true);

  const page = await chromium.open(PAGE);
  const host = await page.evaluate((article) => {
    customElements.define(
      "dehusk-reader",
      class extends HTMLElement {
        root = this.attachShadow({ mode: "closed" });
      },
    );
    return reader.openReader(document, article).host.localName;
  }, articleOf());
  expect(host).toBe("div");
});

test.each(["light", "sepia", "dark", "contrast", "own"] as const)(
  "axe finds nothing in the %s theme",
  async (theme) => {
    const rich = `<h2>One</h2><h2>Two</h2><h3>Three</h3><p>text <a href="https://example.org/">link</a></p><table><tr><th>h</th></tr><tr><td>c</td></tr></table>
<pre>code</pre><figure><img src="/none.png" alt="a"><figcaption>c</figcaption></figure>`;
    const { page } = await open({ html: rich, byline: "B", lang: "en" }, { hidden: 3, settings: { theme } });
    await page.evaluate(axe.source);
    for (const panel of ["contents", "save", "appearance", "keys"]) {
      await inReader(page, `[data-action=${panel}]`).click();
      const { violations } = await page.evaluate<AxeResults>('axe.run("dehusk-reader")');
      expect(violations.map(({ id, nodes }) => [panel, id, nodes[0]?.html])).toEqual([]);
    }
  },
);

test("the capture does not read the reader", async () => {
  const { page } = await open({ html: "<p>reader text</p>" });
  expect(await page.evaluate(() => edge.capture(document).columns.texts)).not.toContain("reader text");
});

test("<dehusk-reader> shows the article an app gives it", async () => {
  const page = await chromium.open("<!doctype html><body>");
  const found = await page.evaluate((article) => {
    reader.defineReader();
    reader.defineReader();
    const element = document.createElement("dehusk-reader");
    element.settings = { theme: "sepia" };
    element.article = article;
    document.body.append(element);
    let settings: unknown = null;
    element.addEventListener("dehusk-settings", (event) => {
      settings = (event as CustomEvent<unknown>).detail;
    });
    element.shadowRoot?.querySelector<HTMLElement>("[data-action=larger]")?.click();
    const title = element.shadowRoot?.querySelector("h1")?.textContent;
    element.article = { ...article, title: "Another" };
    const titles = [...(element.shadowRoot?.querySelectorAll("h1") ?? [])].map((h1) => h1.textContent);
    return { title, titles, settings, close: element.shadowRoot?.querySelector("[data-action=close]") };
  }, articleOf());
  expect(found).toMatchObject({
    title: "A title",
    titles: ["Another"],
    settings: { theme: "sepia", size: 3, width: 1 },
    close: null,
  });
});
