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

/** All of ours on a page. */
const OURS = "dehusk-reader, [data-dehusk]";

/** Presses a button of ours: in the reader, the message or the list of hidden blocks. False if there is none. */
export const press = (driver, action) =>
  pressFound(driver, OURS, (root, name) => root.querySelector(`[data-action="${name}"]`), action);

/**
 * Presses what a function finds in one of our shadow trees, as a person at the keyboard: what a script presses is not heeded. The
 * menu it is in is opened, and closed again. False if there is none.
 */
export async function pressFound(driver, host, find, argument = null) {
  const menu = await pressOnce(driver, host, find, argument);
  if (menu === null) return false;
  if (menu === "") return true;
  await pressOnce(driver, host, find, argument);
  await closeMenu(driver, menu);
  return true;
}

/** Presses what is found, or the button of the closed menu it is in; gives what `focus` gives. */
async function pressOnce(driver, host, find, argument) {
  // In Firefox a dialog that closes may take the focus for another place, and the key with it.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const menu = await focus(driver, host, find, argument);
    if (menu === null) return null;
    await driver.press("Enter");
    if (driver.name !== "firefox" || (await soon(() => driver.evaluate(() => window.pressed)))) return menu;
  }
  // What cannot be seen any more cannot be pressed: a voice may have come to its end.
  return null;
}

/** Puts the focus on what is found, or on the button of the closed menu it is in. Gives that menu's name, "" for none, null if nothing is found. */
const focus = (driver, hosts, find, argument) =>
  // Put together here: policies of pages let no page make functions from text.
  driver.evaluate(
    new Function(
      "given",
      `for (const { shadowRoot } of document.querySelectorAll(${JSON.stringify(hosts)})) {
         const found = shadowRoot && (${find})(shadowRoot, given);
         if (!found) continue;
         const menu = found.closest(".panel[hidden]")?.id ?? "";
         const target = menu === "" ? found : shadowRoot.querySelector('[aria-controls="' + menu + '"]');
         window.pressed = false;
         target.addEventListener("click", () => (window.pressed = true), { once: true, capture: true });
         target.focus();
         return menu;
       }
       return null;`,
    ),
    argument,
  );

async function closeMenu(driver, menu) {
  const isOpen = await driver.evaluate(
    new Function(
      "name",
      `const button = document.querySelector("dehusk-reader")?.shadowRoot.querySelector('[aria-expanded=true][aria-controls="' + name + '"]');
       button?.focus();
       return Boolean(button);`,
    ),
    menu,
  );
  if (isOpen) await driver.press("Enter");
}

/** The message in the corner of the page; null if there is none. */
export const message = (driver) =>
  driver.evaluate(
    () =>
      document.querySelector('[data-dehusk="message"]')?.shadowRoot.querySelector("p").textContent ?? null,
  );

/** Restores the page and waits until nothing of ours is left. Where nothing is hidden there is no such button, and closing is all. */
export async function restore(driver) {
  if ((await reader(driver)) === null) await openReader(driver);
  if (await inReader(driver, (root) => root.querySelector("[data-action=restore]").checkVisibility()))
    await press(driver, "restore");
  else
    await until("the reader to close", async () => {
      await driver.press("Escape");
      return (await reader(driver)) === null;
    });
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
