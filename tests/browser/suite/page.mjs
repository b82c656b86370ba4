import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

/** How long anything may take to show, ms: a cold engine on a loaded machine. */
const LIMIT = 15_000;
/** How long a single try may take, ms. */
const SOON = 2_000;

/** Waits until `probe` gives something true, `limit` ms at most, and gives that back. */
export async function until(what, probe, limit = LIMIT) {
  const value = await within(limit, probe);
  if (!value) throw new Error(`Waited ${limit / 1000} s for: ${what}.`);
  return value;
}

/** Whether `probe` gives something true in a moment; for what is tried again if it does not. */
export const soon = (probe) => within(SOON, probe);

async function within(limit, probe) {
  for (const end = Date.now() + limit; ; await sleep(50)) {
    const value = await probe();
    if (value || Date.now() > end) return value;
  }
}

/** The markup of the whole page, and what else of ours could stay on it. */
export const state = (driver) =>
  driver.evaluate(() => ({
    html: document.documentElement.outerHTML,
    title: document.title,
    sheets: document.adoptedStyleSheets.length,
    scroll: window.scrollY,
  }));

/** Says where two states differ, without printing two pages. */
export function assertSame(now, before) {
  if (now.html !== before.html) {
    const at = [...before.html].findIndex((character, index) => character !== now.html[index]);
    const around = (html) => html.slice(Math.max(0, at - 80), at + 120);
    assert.fail(`The page differs:\n  now    …${around(now.html)}…\n  before …${around(before.html)}…`);
  }
  assert.deepEqual({ ...now, html: "" }, { ...before, html: "" });
}

/** What the open reader shows; null if it is closed. */
export const reader = (driver) =>
  driver.evaluate(() => {
    const root = document.querySelector("dehusk-reader")?.shadowRoot;
    if (!root) return null;
    const page = root.querySelector(".page");
    return {
      title: root.querySelector(".masthead h1").textContent,
      byline: root.querySelector(".masthead .byline")?.textContent ?? null,
      date: root.querySelector(".masthead time")?.getAttribute("datetime") ?? null,
      site: root.querySelector(".masthead .site")?.textContent ?? null,
      lang: page.lang,
      dir: page.dir,
      text: root.querySelector(".prose").innerText,
      theme: root.querySelector(".reader").dataset.theme,
    };
  });

/** Waits until no click is on its way any more: the reader neither came nor went for a second. */
export async function settled(driver) {
  const QUIET = 1000;
  let [open, since] = [null, Date.now()];
  await until("rest", async () => {
    const now = (await reader(driver)) !== null;
    if (now !== open) [open, since] = [now, Date.now()];
    return Date.now() - since >= QUIET;
  });
}

/** Clicks and waits for the reader. */
export async function openReader(driver) {
  await driver.click();
  return until("the reader", () => reader(driver));
}

/** Clicks and waits until the reader is gone. */
export async function closeReader(driver) {
  await driver.click();
  await until("the reader to close", async () => (await reader(driver)) === null);
}

/** Presses a button of ours: in the reader, the message or the list of hidden blocks. False if there is none. */
export const press = (driver, action) =>
  driver.evaluate((name) => {
    for (const host of document.querySelectorAll("dehusk-reader, [data-dehusk]")) {
      const button = host.shadowRoot?.querySelector(`[data-action="${name}"]`);
      if (button) {
        button.click();
        return true;
      }
    }
    return false;
  }, action);

/** The message in the corner of the page; null if there is none. */
export const message = (driver) =>
  driver.evaluate(
    () =>
      document.querySelector('[data-dehusk="message"]')?.shadowRoot.querySelector("p").textContent ?? null,
  );

/** Restores the page and waits until nothing of ours is left. */
export async function restore(driver) {
  if ((await reader(driver)) === null) await openReader(driver);
  await press(driver, "restore");
  await until("the page to be given back", () =>
    driver.evaluate(() => document.querySelector("dehusk-reader, [data-dehusk]") === null),
  );
}

/** Which of the selectors have a match that can be seen, and which have one that takes no place. */
export const visible = (driver, selectors) =>
  driver.evaluate(
    (list) =>
      list.map((selector) => {
        const matches = [...document.querySelectorAll(selector)];
        const seen = matches.filter((match) => match.checkVisibility()).length;
        return { selector, matches: matches.length, seen };
      }),
    selectors,
  );

/** The text of the page itself that is rendered, on the screen or beside it. */
export const pageText = (driver) => driver.evaluate(() => document.body.innerText);

/** Runs a function on the shadow tree of one of our elements; undefined while it is not there. */
export const inside = (driver, host, run, argument = null) =>
  // Put together here: policies of pages let no page make functions from text.
  driver.evaluate(
    new Function(
      "given",
      `const root = document.querySelector(${JSON.stringify(host)})?.shadowRoot; return root && (${run})(root, given);`,
    ),
    argument,
  );

/** The same on the reader's. */
export const inReader = (driver, run, argument) => inside(driver, "dehusk-reader", run, argument);
