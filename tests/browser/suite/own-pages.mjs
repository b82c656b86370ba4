import { until } from "./page.mjs";

/** Goes to the extension's options. */
export async function openOptions(driver) {
  await driver.goto(await driver.ownUrl("options.html"));
  await until("the options", () => driver.evaluate(() => document.querySelector("#click-reader") !== null));
}

/** Takes back all rules for single sites, as a person does: one after the other. */
export async function forgetRules(driver) {
  await openOptions(driver);
  await until("the rules to be gone", () =>
    driver.evaluate(() => {
      const button = document.querySelector("#rules .list button");
      button?.click();
      return button === null;
    }),
  );
}
