// Takes the pictures for the stores: the packed extension on the sample pages.
//
//   node tests/browser/store.mjs FOLDER
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./drivers/chromium.mjs";
import { serve } from "./server.mjs";
import { samples } from "./suite/expected.mjs";
import { openReader, press, reader, restore, until } from "./suite/page.mjs";

/** What both stores ask for, px. */
const SIZE = [1280, 800];

const folder = process.argv[2] ?? "test-results/store";
mkdirSync(folder, { recursive: true });
const server = await serve(new Map(samples.map((page) => [page.name, page])));
const driver = await launch();
const take = async (name) => {
  // What fades in is shown as it will be.
  await driver.page.waitForTimeout(400);
  await driver.page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
};
const openPanel = async () => {
  await press(driver, "hidden");
  await until("the reader to make way", async () => (await reader(driver)) === null);
  await driver.page.waitForTimeout(600);
};
try {
  await driver.size(...SIZE);
  for (const [number, page, theme] of [
    ["1-light", "technical", "light"],
    ["2-sepia", "news-wall", "sepia"],
    ["3-dark", "japanese", "dark"],
    ["4-arabic", "arabic", "light"],
    ["5-contrast", "hijacked-portal", "contrast"],
  ]) {
    await driver.goto(server.url(page));
    await openReader(driver);
    await press(driver, `theme-${theme}`);
    if (theme === "sepia") await press(driver, "appearance");
    await take(number);
    if (theme === "sepia") await press(driver, "appearance");
    await restore(driver);
  }
  await driver.goto(server.url("news-wall"));
  await openReader(driver);
  await press(driver, "theme-auto");
  await openPanel();
  await take("6-hidden");
  await press(driver, "xray");
  await take("7-xray");
  await press(driver, "xray");
  await press(driver, "restore-page");
  for (const own of ["options", "welcome"]) {
    await driver.goto(await driver.ownUrl(`${own}.html`));
    await take(own);
  }
} finally {
  await driver.close();
  server.close();
}
