import assert from "node:assert/strict";
import { FIRST, LAST } from "./pages.mjs";
import { assertSame, closeReader, openReader, restore, state, until } from "./page.mjs";

/** Pages that fight, and pages that want to know. */
export function hostileSuite({ test, driver: driverOf, server }) {
  test("clobbered names and replaced prototypes change nothing", async () => {
    const driver = driverOf();
    await driver.goto(server().url("hostile"));
    const before = await html(driver);
    await driver.evaluate(() => void (window.armed = true));
    const { text } = await openReader(driver);
    assert.deepEqual(
      await driver.evaluate(() => window.broken),
      [],
      "none of the page's functions was called",
    );
    await driver.evaluate(() => void (window.armed = false));
    assert.ok(text.includes(FIRST) && text.includes(LAST));
    await closeReader(driver);
    await openReader(driver);
    await restore(driver);
    assert.equal(await html(driver), before);
  });

  test("before the click a page cannot tell that the extension is there", async () => {
    const driver = driverOf();
    await driver.goto(server().url("form"));
    const served = await driver.evaluate(() => fetch(location.href).then((response) => response.text()));
    const { html: shown } = await state(driver);
    assert.equal(strip(shown), strip(served));
    const found = await driver.evaluate(
      (id) =>
        Promise.all(
          [
            `chrome-extension://${id}/icon/128.png`,
            `chrome-extension://${id}/page.js`,
            `moz-extension://${id}/page.js`,
          ].map((url) =>
            fetch(url).then(
              () => url,
              () => null,
            ),
          ),
        ),
      driver.id,
    );
    assert.deepEqual(found, [null, null, null]);
  });

  test("a page that throws our reader out gets it back at the next click", async () => {
    const driver = driverOf();
    await driver.goto(server().url("form"));
    const before = await state(driver);
    await openReader(driver);
    await driver.evaluate(() => void document.querySelector("dehusk-reader").remove());
    await driver.click();
    await until("rest", () => driver.evaluate(() => document.querySelectorAll("dehusk-reader").length === 0));
    await openReader(driver);
    await restore(driver);
    assertSame(await state(driver), before);
  });
}

// `document.documentElement` is one of the names that this page shadows.
const html = (driver) => driver.evaluate(() => document.querySelector(":root").outerHTML);

const strip = (markup) =>
  markup
    .replace(/^<!doctype html>/i, "")
    .replaceAll(/\s+/g, "")
    .replaceAll(/"/g, "")
    .toLowerCase();
