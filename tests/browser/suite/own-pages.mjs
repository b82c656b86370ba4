import { until } from "./page.mjs";

/** Goes to the extension's options. */
export async function openOptions(driver) {
  await driver.goto(await driver.ownUrl("options.html"));
  await until("the options", () => driver.evaluate(() => document.querySelector("#click-reader") !== null));
}

/** Puts a file into a field of the page, as a person who picks one. */
export const pick = (driver, field, name, content) =>
  driver.evaluate(
    ([id, file, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], file));
      const input = document.getElementById(id);
      input.files = data.files;
      input.dispatchEvent(new Event("change"));
    },
    [field, name, content],
  );

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
