import assert from "node:assert/strict";
import { audit } from "../suite/audit.mjs";
import { openSample, said, tab } from "./page.mjs";

/** A phone's width, CSS px. */
const NARROW = 360;

const VIEWS = ["Reader", "Markdown", "HTML", "Metadata", "Removed", "Compare"];

/** What axe and a narrow screen make of the three pages. */
export function looksSuite({ test, driver: driverOf, server }) {
  for (const dark of [false, true]) {
    test(`axe finds nothing wrong on the site${dark ? ", dark" : ""}`, async () => {
      const driver = driverOf();
      await driver.dark(dark);
      await driver.goto(`${server().origin}/`);
      await said(driver, /words/);
      await openSample(driver, "news-wall");
      for (const view of VIEWS) {
        await tab(driver, view);
        // Pages that people bring are as they are.
        await audit(driver, { exclude: ["#page"] });
      }
      for (const page of ["api.html", "install.html"]) {
        await driver.goto(`${server().origin}/${page}`);
        await audit(driver, "html");
      }
      await driver.dark(false);
    });
  }

  test("api.html lists the package's names", async () => {
    const driver = driverOf();
    await driver.goto(`${server().origin}/api.html`);
    const names = await driver.evaluate(() =>
      [...document.querySelectorAll(".api h3")].map(({ textContent }) => textContent),
    );
    for (const name of ["init", "extract", "clean", "Article", "Options"])
      assert.ok(names.includes(name), name);
  });

  test("install.html tells each way to get it", async () => {
    const driver = driverOf();
    await driver.goto(`${server().origin}/install.html`);
    const ways = await driver.evaluate(() =>
      [...document.querySelectorAll("h2")].map(({ textContent }) => textContent),
    );
    assert.deepEqual(ways, ["Extension", "Bookmarklet", "npm package", "Command line"]);
  });

  test("on a phone nothing has to be scrolled sideways", async () => {
    const driver = driverOf();
    await driver.size(NARROW, 740);
    for (const page of ["", "api.html", "install.html"]) {
      await driver.goto(`${server().origin}/${page}`);
      if (page === "") await said(driver, /words/);
      assert.equal(await driver.evaluate(() => innerWidth), NARROW);
      for (const view of page === "" ? VIEWS : [undefined]) {
        if (view !== undefined) await tab(driver, view);
        assert.deepEqual(await driver.evaluate(wide), [], `${page} ${view ?? ""}`);
      }
    }
    await driver.size(1400, 900);
    await driver.goto(`${server().origin}/`);
    await said(driver, /words/);
  });
}

/** What makes the document, or the panel of the result, wider than it is. */
function wide() {
  return ["html", "#result"].flatMap((selector) => {
    const place = document.querySelector(selector);
    const over = place === null ? 0 : place.scrollWidth - place.clientWidth;
    return over > 0 ? [`${selector} by ${over} px`] : [];
  });
}
