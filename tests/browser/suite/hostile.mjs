import assert from "node:assert/strict";
import { FIRST, LAST } from "./pages.mjs";
import {
  assertSame,
  closeReader,
  inReader,
  inside,
  message,
  openReader,
  press,
  reader,
  restore,
  state,
  until,
} from "./page.mjs";

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

  test("what a page presses by script is not heeded", async () => {
    const driver = driverOf();
    await driver.goto(server().url("news-wall"));
    const { theme } = await openReader(driver);
    // Buttons, fields, keys: all that a script can reach in a tree that is open.
    const pressAll = (host) =>
      inside(driver, host, (root) => {
        const controls = [...root.querySelectorAll("button, input, select, a:not(.prose a), [tabindex]")];
        for (const control of controls) {
          if (control.matches("input[type=range]")) control.value = "0";
          for (const type of ["pointerdown", "mousedown", "click", "input", "change"])
            control.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
          control.click();
          for (const key of ["+", "h", "o", "Escape", "Enter"])
            control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
        }
        return controls.length;
      });
    const looks = () => inReader(driver, (root) => root.querySelector(".reader").getAttribute("style"));
    const before = await looks();
    assert.ok((await pressAll("dehusk-reader")) > 20);
    assert.equal((await reader(driver))?.theme, theme);
    assert.equal(await looks(), before);
    await driver.press("Escape");
    await until("the message", () => message(driver));
    await pressAll("[data-dehusk=message]");
    await press(driver, "hidden");
    const blocks = () =>
      inside(driver, "[data-dehusk=hidden]", (root) => root.querySelectorAll("li:not(.is-shown)").length);
    const hidden = await until("the list", blocks);
    await pressAll("[data-dehusk=hidden]");
    assert.equal(await blocks(), hidden, "nothing is shown again, nothing is closed");
    await press(driver, "restore-page");
    await until("the page to be given back", async () => (await driver.action()).text === "");
    // Nothing was kept either.
    await driver.goto(server().url("news-wall"));
    assert.equal((await openReader(driver)).theme, theme);
    assert.equal(await looks(), before);
    await restore(driver);
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
