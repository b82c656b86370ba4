import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "./drivers/chromium.mjs";
import { serve } from "./server.mjs";
import { samples } from "./suite/expected.mjs";
import { suite } from "./suite/index.mjs";
import { closeReader, openReader, press, reader, restore, until } from "./suite/page.mjs";
import { FIRST, LAST, pages } from "./suite/pages.mjs";

suite("Chromium", launch);

// Only Chromium's debugger shows the listeners of another world.
test("after a restore none of the extension's listeners is left on the page", async (t) => {
  const server = await serve(new Map(samples.map((page) => [page.name, page])));
  const driver = await launch();
  t.after(async () => {
    await driver.close();
    server.close();
  });
  const debug = await driver.page.context().newCDPSession(driver.page);
  let world;
  debug.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin === `chrome-extension://${driver.id}`) world = context.id;
  });
  await debug.send("Runtime.enable");
  await driver.goto(server.url("news-wall"));
  await openReader(driver);
  const open = await listeners(debug, world);
  assert.ok(open.includes("window: pageshow"), `while the reader is open: ${open.join(", ")}`);
  await restore(driver);
  assert.deepEqual(await listeners(debug, world), []);
});

// Only Chromium lets a test press what is in a menu.
test("the menu reads what is selected, and nothing else", async (t) => {
  const server = await serve(new Map(pages.map((page) => [page.name, page])));
  const driver = await launch();
  t.after(async () => {
    await driver.close();
    server.close();
  });
  const choose = (menuItemId) =>
    driver.background(async (item) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: item }, tab);
    }, menuItemId);
  await driver.goto(server.url("form"));
  // Grants the page, as opening the menu on it would.
  await openReader(driver);
  await closeReader(driver);
  await driver.evaluate(() => getSelection().selectAllChildren(document.querySelectorAll("article p")[2]));
  await choose("selection-selection");
  const { text } = await until("the selection", () => reader(driver));
  assert.match(text, /^On the fourth day of the storm/);
  assert.ok(!text.includes(FIRST) && !text.includes(LAST));
  await closeReader(driver);
  await choose("panel-page");
  await until("the list", () =>
    driver.evaluate(() => document.querySelector("[data-dehusk=hidden]") !== null),
  );
});

// Only Chromium lets a test into the extension's storage.
test("looks that an older version kept are carried over", async (t) => {
  const server = await serve(new Map(pages.map((page) => [page.name, page])));
  const driver = await launch();
  t.after(async () => {
    await driver.close();
    server.close();
  });
  const stored = (keys) => driver.background((wanted) => chrome.storage.sync.get(wanted), keys);
  await driver.background(() => chrome.storage.sync.set({ reader: { theme: "sepia", size: 4, width: 99 } }));
  await driver.goto(server.url("form"));
  assert.equal((await openReader(driver)).theme, "sepia");
  await press(driver, "larger");
  const { settings } = await until("the new form", async () => {
    const now = await stored(["settings", "reader"]);
    return now.settings?.reader.size === 5 && now.reader === undefined && now;
  });
  assert.equal(settings.version, 2);
  assert.equal(settings.reader.theme, "sepia");
  assert.equal(settings.reader.width, 1);
});

async function listeners(debug, contextId) {
  const found = [];
  for (const target of ["window", "document", "document.documentElement", "document.body"]) {
    const { result } = await debug.send("Runtime.evaluate", { expression: target, contextId });
    const { listeners: on } = await debug.send("DOMDebugger.getEventListeners", {
      objectId: result.objectId,
    });
    found.push(...on.map(({ type }) => `${target}: ${type}`));
  }
  return found;
}
