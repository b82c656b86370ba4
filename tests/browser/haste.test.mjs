// People and browsers in a hurry: many tabs, reloads, tabs that go, a background or an extension that stops. Whatever comes
// in between, the next click works and the page is given back as it was.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { session } from "./session.mjs";
import { unzip } from "./suite/unzip.mjs";
import {
  assertSame,
  closeReader,
  message,
  openReader,
  press,
  reader,
  restore,
  soon,
  state,
  until,
} from "./suite/page.mjs";
import { FIRST, LAST } from "./suite/pages.mjs";

const TABS = 50;
const RELOADS = 100;
/** Longest time from a click to what comes in between, ms: a click is answered in about 100. */
const LONGEST = 250;

const { driver, server } = await session();
afterEach(() => assert.deepEqual(driver.errors, []));

/** Delays from none to the longest, spread evenly. */
const delays = (count) => Array.from({ length: count }, (_, at) => (LONGEST * at) / (count - 1));

/** A page that was read and given back as it was. */
async function works(tab = driver) {
  await tab.goto(server.url("form"));
  const before = await state(tab);
  const { text } = await openReader(tab);
  assert.ok(text.includes(FIRST) && text.includes(LAST));
  await closeReader(tab);
  await restore(tab);
  assertSame(await state(tab), before);
}

test(`${TABS} tabs clicked one after the other, without waiting, are all read, and each is given back`, async () => {
  const tabs = [];
  for (let at = 0; at < TABS; at += 1) {
    const tab = await driver.another();
    await tab.goto(`${server.url("form")}#${at}`);
    tabs.push({ tab, before: await state(tab) });
  }
  for (const { tab } of tabs) await tab.click();
  for (const { tab, before } of tabs) {
    const { text } = await until("the reader", () => reader(tab));
    assert.ok(text.includes(FIRST) && text.includes(LAST));
    await restore(tab);
    assertSame(await state(tab), before);
    await tab.page.close();
  }
});

test(`${RELOADS} reloads, each in the midst of work`, async () => {
  await driver.goto(server.url("form"));
  for (const delay of delays(RELOADS)) {
    await driver.click();
    await sleep(delay);
    await driver.page.reload();
  }
  await works();
});

test("tabs that go elsewhere, or go, in the midst of work", async () => {
  for (const delay of delays(20)) {
    const tab = await driver.another();
    await tab.goto(server.url("rich"));
    await tab.click();
    await sleep(delay);
    await tab.goto(server.url("greedy"));
    await tab.click();
    await sleep(delay);
    await tab.page.close();
  }
  await works();
});

test("a page goes elsewhere by script in the midst of work", async () => {
  for (const delay of delays(10)) {
    await driver.goto(server.url("spa"));
    await driver.click();
    await sleep(delay);
    await driver.evaluate(() => window.go());
    await until("an answer", async () => (await reader(driver)) ?? (await message(driver)));
    if ((await reader(driver)) !== null) await closeReader(driver);
    const { text } = await openReader(driver);
    assert.ok(text.includes("windmill keeper"), "the text that is there now");
    await restore(driver);
  }
});

test("a background that is stopped at any moment: an answer or none, the page unharmed, and the next click works", async () => {
  const own = await driver.another();
  await own.goto(`chrome-extension://${driver.id}/unavailable.html`);
  const debug = await own.page.context().newCDPSession(own.page);
  await debug.send("ServiceWorker.enable");
  await driver.page.bringToFront();
  let answered = 0;
  for (const delay of delays(30)) {
    await driver.goto(server.url("form"));
    const before = await state(driver);
    await driver.click();
    await sleep(delay);
    await debug.send("ServiceWorker.stopAllWorkers");
    const answer = await soon(async () => (await reader(driver)) ?? (await message(driver)));
    if (answer !== null) answered += 1;
    if ((await reader(driver)) === null) await openReader(driver);
    await restore(driver);
    assertSame(await state(driver), before);
  }
  assert.ok(answered > 0);
  await own.page.close();
});

test("without a connection a page is read, and saved without its pictures", async () => {
  await driver.goto(server.url("rich"));
  await driver.page.context().setOffline(true);
  await openReader(driver);
  const { bytes } = await driver.download(() => press(driver, "save-epub"));
  const files = unzip(bytes);
  assert.ok([...files.keys()].some((name) => name.endsWith("article.xhtml")));
  await restore(driver);
  await driver.page.context().setOffline(false);
});

// Last: Chromium gives an extension that was switched off no second worker for a debugger.
test("an extension that is switched off while the reader is open leaves a page that can be given back", async () => {
  await driver.goto(server.url("form"));
  const before = await state(driver);
  await openReader(driver);
  const settings = await driver.another();
  await settings.goto("chrome://extensions");
  await settings.evaluate((id) => chrome.management.setEnabled(id, false), driver.id);
  await settings.page.close();
  await driver.page.bringToFront();
  await driver.press("+", "j");
  await driver.press("Escape");
  await until("the reader to close", async () => (await reader(driver)) === null);
  await press(driver, "restore");
  await until("the page to be given back", () =>
    driver.evaluate(() => document.querySelector("dehusk-reader, [data-dehusk]") === null),
  );
  assertSame(await state(driver), before);
});
