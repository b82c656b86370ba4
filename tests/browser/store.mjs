// Takes the pictures for the stores: the packed extension on the project's own sample pages.
//
//   node tests/browser/store.mjs [FOLDER]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./drivers/chromium.mjs";
import { ROOT } from "./paths.mjs";
import { serve } from "./server.mjs";
import { samples } from "./suite/expected.mjs";
import { inReader, openReader, press, reader, restore, until } from "./suite/page.mjs";

/** What the stores ask for, px. */
const SIZE = [1280, 800];
/** Small enough for a repository, too fine for the eye to mind. */
const QUALITY = 82;

const folder = process.argv[2] ?? join(ROOT, "extension/store/pictures");
mkdirSync(folder, { recursive: true });
const server = await serve(new Map(samples.map((page) => [page.name, page])));
const driver = await launch();

const take = async (name) => {
  // What is drawn a frame later is on the picture, too.
  await driver.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  // What was worked by keyboard would show its ring.
  await driver.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll("dehusk-reader, [data-dehusk]"))
      shadowRoot?.activeElement?.blur();
  });
  await driver.page.screenshot({
    path: join(folder, `${name}.jpg`),
    type: "jpeg",
    quality: QUALITY,
    animations: "disabled",
    caret: "initial",
  });
};
const open = async (page, theme) => {
  await driver.goto(server.url(page));
  await openReader(driver);
  await press(driver, `theme-${theme}`);
};
const openPanel = async () => {
  await press(driver, "hidden");
  await until("the reader to make way", async () => (await reader(driver)) === null);
  await until("the list", () =>
    driver.evaluate(
      () => document.querySelector("[data-dehusk=hidden]")?.shadowRoot.querySelector("li") instanceof Element,
    ),
  );
};

try {
  await driver.size(...SIZE);
  await driver.page.emulateMedia({ reducedMotion: "reduce" });

  await open("technical", "light");
  await until("the colours of code", () =>
    inReader(driver, (root) => root.querySelector(".c-keyword") !== null),
  );
  await press(driver, "contents");
  await take("1-reader");
  await restore(driver);

  await open("news-wall", "sepia");
  await press(driver, "appearance");
  await take("2-appearance");
  await restore(driver);

  await open("news-wall", "auto");
  await openPanel();
  await take("3-hidden");
  await press(driver, "restore-page");

  await open("hijacked-portal", "auto");
  await openPanel();
  await press(driver, "xray");
  await driver.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await take("4-xray");
  await press(driver, "xray");
  await press(driver, "restore-page");

  await open("japanese", "dark");
  await take("5-dark");
  await press(driver, "theme-auto");
  await restore(driver);
} finally {
  await driver.close();
  server.close();
}
