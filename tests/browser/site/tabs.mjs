import assert from "node:assert/strict";
import { samples } from "../suite/expected.mjs";
import { until } from "../suite/page.mjs";
import { choose, openSample, pageText, plain, readerWith, result, said, tab } from "./page.mjs";

const news = samples.find(({ name }) => name === "news-wall").expected;

/** Every tab of both sides. */
export function tabsSuite({ test, driver: driverOf }) {
  for (const { name, expected } of samples) {
    test(`${name}: what each tab of the result shows`, async () => {
      const driver = driverOf();
      const shown = async (view) => {
        await tab(driver, view);
        return plain(await result(driver));
      };
      await tab(driver, "Reader");
      await openSample(driver, name);
      await readerWith(driver, plain(expected.title).slice(0, 20));
      for (const view of ["Reader", "Markdown", "HTML"]) {
        const text = await shown(view);
        assert.ok(text.includes(plain(expected.first)), `${view} has the first paragraph`);
        assert.ok(text.includes(plain(expected.last)), `${view} has the last paragraph`);
        for (const spam of expected.spam) assert.ok(!text.includes(spam), `${view} has no ${spam}`);
      }
      const fields = await fieldsOf(driver);
      assert.equal(plain(fields.Title), plain(expected.title));
      assert.equal(fields.Byline, expected.byline ?? "not said");
      assert.ok(fields.Published.startsWith(expected.published.slice(0, 10)), fields.Published);
      assert.equal(fields.Direction, expected.dir);
      assert.ok(fields["Title hijacked"].startsWith(expected.titleHijacked ? "yes" : "no"));
      await tab(driver, "Removed");
      // What lies over a page is known from its layout, which a string of HTML does not have.
      for (const [kind, least] of Object.entries(expected.hidden).filter(([key]) => key !== "overlay")) {
        const found = await count(driver, `.removed .kind.${kind}`);
        assert.ok(found >= least, `${kind}: ${found} of at least ${least}`);
      }
      await tab(driver, "Cleaned");
      const cleaned = await pageText(driver);
      for (const spam of expected.spam) assert.ok(!cleaned.includes(spam), spam);
    });
  }

  test("HTML is the article's markup, Markdown its text with marks", async () => {
    const driver = driverOf();
    await openSample(driver, "technical");
    await tab(driver, "HTML");
    assert.match(await result(driver), /<h2[\s\S]*<pre><code/);
    await tab(driver, "Markdown");
    assert.match(await result(driver), /^## [\s\S]*^```/m);
  });

  test("the page is shown as it came, cleaned, and with its judgement on it", async () => {
    const driver = driverOf();
    await openSample(driver, "news-wall");
    const notice = "We value your privacy";
    await tab(driver, "As it came");
    const came = await pageText(driver);
    assert.ok(came.includes(notice) && came.includes(news.first));
    await tab(driver, "Cleaned");
    const cleaned = await pageText(driver);
    assert.ok(!cleaned.includes(notice) && cleaned.includes(news.first));
    await tab(driver, "X-ray");
    assert.ok((await pageText(driver)).includes(notice));
    const drawn = await driver.evaluate(() => {
      const page = document.getElementById("page").contentDocument;
      const outline = (selector) => getComputedStyle(page.querySelector(selector)).outlineStyle;
      return {
        cookie: outline("[data-dehusk=cookie]"),
        article: outline("[data-dehusk=article]"),
        over: getComputedStyle(page.querySelector("[data-dehusk=cookie]")).position,
        bars: document.querySelectorAll("#map .bar").length,
      };
    });
    assert.equal(drawn.cookie, "solid");
    assert.equal(drawn.article, "dashed");
    assert.equal(drawn.over, "static", "a notice over the page would hide the other marks");
    assert.ok(drawn.bars >= 5, `${drawn.bars} blocks on the map`);
  });

  test("a click on a block of the X-ray says why, and from which strictness on", async () => {
    const driver = driverOf();
    await openSample(driver, "news-wall");
    await tab(driver, "X-ray");
    await driver.evaluate(() =>
      document.getElementById("page").contentDocument.querySelector("[data-dehusk=newsletter]").click(),
    );
    const told = () => driver.evaluate(() => document.getElementById("evidence").innerText);
    await until("the evidence", async () => /strictness/.test(await told()));
    assert.match(await told(), /Newsletter box .* \d+ % sure[\s\S]*(Hidden from|Hidden at every) strictness/);
  });

  test("a removed block is shown on the page", async () => {
    const driver = driverOf();
    await openSample(driver, "news-wall");
    await tab(driver, "Removed");
    await driver.evaluate(() =>
      document.querySelector(".removed .kind.newsletter").closest("li").querySelector("button").click(),
    );
    const chosen = await driver.evaluate(() => {
      const block = document.getElementById("page").contentDocument.querySelector("[data-chosen]");
      return { kind: block?.dataset.dehusk, view: block?.ownerDocument.documentElement.dataset.view };
    });
    assert.deepEqual(chosen, { kind: "newsletter", view: "xray" });
  });

  test("the comparison runs Readability and Defuddle on the same page", async () => {
    const driver = driverOf();
    await openSample(driver, "technical");
    await tab(driver, "Compare");
    const rows = await until("three tools", async () => {
      const found = await driver.evaluate(() =>
        [...document.querySelectorAll(".compare tbody tr")].map((row) =>
          [...row.cells].map(({ textContent }) => textContent),
        ),
      );
      return found.length === 3 && found;
    });
    assert.deepEqual(
      rows.map(([tool]) => tool),
      ["Dehusk", "Readability.js", "Defuddle"],
    );
    for (const [tool, title, characters, time] of rows) {
      assert.match(title, /Counting visitors/, tool);
      assert.ok(Number(characters.replace(",", "")) > 2000, `${tool}: ${characters} characters`);
      assert.match(time, /^[\d.]+ ms$/, tool);
    }
    const differences = await driver.evaluate(() =>
      [...document.querySelectorAll(".compare summary")].map(({ textContent }) => textContent),
    );
    assert.equal(differences.length, 2);
    for (const line of differences) assert.match(line, /^(\d+ lines? differs? from|The text is that of) /);
    await tab(driver, "Reader");
  });

  test("the strictness decides how much is hidden", async () => {
    const driver = driverOf();
    await openSample(driver, "news-wall");
    const hidden = async (strictness) => {
      await driver.evaluate(() => void (document.getElementById("status").textContent = ""));
      await choose(driver, "#strictness", strictness);
      const text = await said(driver, /hidden/);
      return Number(/(\d+) blocks? hidden/.exec(text)?.[1] ?? 0);
    };
    const [mild, strict] = [await hidden("0"), await hidden("1")];
    assert.ok(mild < strict, `${mild} at 0, ${strict} at 1`);
    await hidden("0.5");
  });

  test("the arrow keys go from tab to tab", async () => {
    const driver = driverOf();
    await tab(driver, "Reader");
    await driver.evaluate(() => document.querySelector("#result-tabs [aria-selected=true]").focus());
    await driver.press("ArrowRight");
    assert.equal(await driver.evaluate(() => document.activeElement.textContent), "Markdown");
    assert.equal(await count(driver, "#result .source pre"), 1);
  });
}

const count = (driver, selector) => driver.evaluate((one) => document.querySelectorAll(one).length, selector);

async function fieldsOf(driver) {
  await tab(driver, "Metadata");
  return Object.fromEntries(
    await driver.evaluate(() =>
      [...document.querySelectorAll("#result .metadata tbody tr")].map(({ cells }) => [
        cells[0].textContent,
        cells[1].textContent,
      ]),
    ),
  );
}
