import assert from "node:assert/strict";
import { openOptions } from "./own-pages.mjs";
import { reader, soon, until } from "./page.mjs";

/** Sites that are read without a click. */
export function autoSuite({ test, driver: driverOf, server }) {
  const listed = (driver) =>
    driver.evaluate(() => [...document.querySelectorAll("#auto .list code")].map((code) => code.textContent));
  /** Writes a site into the field and presses a button, by keyboard: only a person can ask for permissions. */
  const enter = async (driver, site, button) => {
    await openOptions(driver);
    await driver.evaluate(() => document.getElementById("auto-site").focus());
    await driver.type(site);
    await driver.evaluate((id) => document.getElementById(id).focus(), button);
    await driver.press("Enter");
  };
  const opensItself = async (driver, page) => {
    await driver.goto(server().url(page));
    return (await soon(() => reader(driver))) !== null;
  };

  test("a site on the list is read without a click, but for its exceptions, until it is taken off", async () => {
    const driver = driverOf();
    await driver.allowHosts("*://127.0.0.1/*");
    await enter(driver, "127.0.0.1", "auto-add");
    await until("the site to be listed", async () => (await listed(driver)).join() === "*://127.0.0.1/*");
    await until("the reader without a click", () => opensItself(driver, "form"));
    await enter(driver, "*://127.0.0.1/none/rich", "auto-block");
    await until("the exception to be listed", async () => (await listed(driver)).length === 2);
    await until("the exception to hold", async () => !(await opensItself(driver, "rich")));
    assert.equal(await opensItself(driver, "form"), true);

    await openOptions(driver);
    await until("the list to be empty", () =>
      driver.evaluate(() => {
        const button = document.querySelector("#auto .list button");
        button?.click();
        return button === null;
      }),
    );
    await until("nothing to happen without a click", async () => !(await opensItself(driver, "form")));
  });
}
