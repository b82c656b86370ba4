import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { openOptions, pick } from "./own-pages.mjs";
import { message, openReader, press, reader, restore, until } from "./page.mjs";

/** The extension's own pages. */
export function optionsSuite({ test, driver: driverOf, server }) {
  const tick = (driver, id) => driver.evaluate((name) => document.getElementById(name).click(), id);

  test("what a click does is the person's choice", async () => {
    const driver = driverOf();
    await openOptions(driver);
    await tick(driver, "click-clean");
    await until("the choice to be kept", async () => {
      await driver.goto(server().url("pharma-blog"));
      await driver.click();
      await until("an answer", async () => (await message(driver)) ?? (await reader(driver)));
      return (await reader(driver)) === null;
    });
    await press(driver, "restore");
    await openOptions(driver);
    assert.equal(await driver.evaluate(() => document.getElementById("click-clean").checked), true);
    await tick(driver, "click-reader");
    await until("the choice to be kept", async () => {
      await driver.goto(server().url("pharma-blog"));
      await openReader(driver).catch(() => null);
      return (await reader(driver)) !== null;
    });
    await restore(driver);
  });

  test("kinds that are not to be hidden stay", async () => {
    const driver = driverOf();
    await openOptions(driver);
    await tick(driver, "hide-newsletter");
    const kept = async () => {
      await driver.goto(server().url("news-wall"));
      await openReader(driver);
      await driver.press("Escape");
      return driver.evaluate(() => document.querySelector(".newsletter-inline").checkVisibility());
    };
    await until("the box to stay", kept);
    await openOptions(driver);
    await tick(driver, "hide-newsletter");
  });

  test("settings leave as a file and come back from one", async () => {
    const driver = driverOf();
    await openOptions(driver);
    const { name, bytes } = await driver.download(() => tick(driver, "export"));
    assert.equal(name, "dehusk-settings.json");
    const backup = JSON.parse(bytes);
    assert.equal(backup.dehusk, "settings");
    assert.equal(backup.settings.version, 2);
    const take = (content) => pick(driver, "import-file", "settings.json", content);
    const said = (pattern) =>
      until("an answer", async () =>
        pattern.test(await driver.evaluate(() => document.getElementById("said").textContent)),
      );
    const strictness = () => driver.evaluate(() => document.getElementById("strictness").value);

    // What cannot be used becomes the default, what can is taken.
    const odd = { ...backup, settings: { ...backup.settings, strictness: 0.8, click: "fly", hide: 7 } };
    await take(JSON.stringify(odd));
    await said(/taken over/);
    await until("the new strictness", async () => (await strictness()) === "8");
    assert.equal(await driver.evaluate(() => document.getElementById("click-reader").checked), true);
    await take("no settings");
    await said(/holds no settings/);
    assert.equal(await strictness(), "8");
    await take(JSON.stringify(backup));
    await until("the old strictness", async () => (await strictness()) === "5");
  });

  for (const dark of [false, true]) {
    test(`axe finds nothing wrong in options, first run and popup${dark ? ", dark" : ""}`, async () => {
      const driver = driverOf();
      // Firefox lets no script of a test into the pages of extensions.
      if (driver.name === "firefox") return;
      await driver.dark(dark);
      await openOptions(driver);
      await audit(driver, "html");
      await driver.goto(await driver.ownUrl("welcome.html"));
      await until("the words", () => driver.evaluate(() => document.querySelector("h1").textContent !== ""));
      await audit(driver, "html");
      await driver.goto(await driver.ownUrl("unavailable.html"));
      await until("the words", () => driver.evaluate(() => document.querySelector("h1").textContent !== ""));
      await audit(driver, "html");
      await driver.dark(false);
    });
  }
}
