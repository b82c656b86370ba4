import assert from "node:assert/strict";
import { until } from "../suite/page.mjs";
import { choose, click, paste, result, said, tab } from "./page.mjs";

const TEXT =
  "The bookmarklet hands this page over, paragraph by paragraph, from one window of the browser to another.";
const article = (title) =>
  `<title>${title}</title><article><h1>${title}</h1>${`<p>${TEXT}</p>`.repeat(8)}</article>`;

/** A page for the bookmarklet. */
export const FOREIGN = `<!doctype html><link rel="icon" href="data:,">${article("A page elsewhere")}<button id="press">Press</button>`;

/** Links to the site, and from other pages to it. */
export function linksSuite({ test, driver: driverOf, server }) {
  test("a link carries a small page with its address, strictness and tab", async () => {
    const driver = driverOf();
    await paste(driver, article("A page in a link ü 日本"), "https://example.org/a?b=1&c=2");
    await choose(driver, "#strictness", "0.8");
    await said(driver, /words/);
    await tab(driver, "Metadata");
    await click(driver, "#link");
    const link = await until("the link", () =>
      driver.evaluate(() => location.hash.includes("page=") && location.href),
    );
    assert.ok(link.length < 2000, `${link.length} characters`);
    await driver.goto("about:blank");
    await driver.goto(link);
    await said(driver, /words/);
    assert.match(await result(driver), /A page in a link ü 日本[\s\S]*https:\/\/example\.org\/a\?b=1&c=2/);
    assert.deepEqual(
      await driver.evaluate(() => ({
        tab: document.querySelector("#result-tabs [aria-selected=true]").textContent,
        strictness: document.getElementById("strictness").value,
      })),
      { tab: "Metadata", strictness: "0.8" },
    );
  });

  test("a link that says nonsense opens a sample", async () => {
    const driver = driverOf();
    for (const fragment of ["page=%%%&strictness=9&tab=no", "page=AAAA", "sample=no&url=no"]) {
      await driver.goto("about:blank");
      await driver.goto(`${server().origin}/#${fragment}`);
      assert.match(await said(driver, /words/), /\d words/, fragment);
      assert.equal(await driver.evaluate(() => document.getElementById("strictness").value), "0.5");
    }
  });

  test("a page too long for a link is refused", async () => {
    const driver = driverOf();
    const noise = Array.from({ length: 4000 }, (_, at) => Math.sin(at).toString(36).slice(3, 11)).join(" ");
    await paste(driver, article("Long").replace("</article>", `<p>${noise}</p></article>`));
    await click(driver, "#link");
    await said(driver, /too long for a link/);
  });

  test("the bookmarklet hands the page it is pressed on to the site", async () => {
    const driver = driverOf();
    await driver.goto(`${server().origin}/install.html`);
    const href = await until("the bookmarklet", () =>
      driver.evaluate(() => document.getElementById("bookmarklet").href),
    );
    assert.match(href, /^javascript:/);
    await driver.goto(`${server().origin}/foreign.html`);
    // A press, as on the bar: without one no window opens. The window is of this server, so that the test can look into it.
    await driver.inject(`
      const open = window.open;
      window.open = (...given) => (window.opened = open.apply(window, given));
      document.getElementById("press").onclick = () => { location.href = ${JSON.stringify(href)}; };`);
    await click(driver, "#press");
    const shown = await until("the page in the other window", () =>
      driver.evaluate(() => {
        const other = window.opened?.document;
        const reader = other?.querySelector("dehusk-reader")?.shadowRoot;
        return reader?.querySelector("h1")?.textContent;
      }),
    );
    assert.equal(shown, "A page elsewhere");
    await driver.evaluate(() => window.opened.close());
    await driver.goto(`${server().origin}/`);
    await said(driver, /words/);
  });
}
