import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { RESULTS } from "../paths.mjs";
import { POLICIES, RUNS_SCRIPTS } from "../server.mjs";
import { samples, seeds } from "./expected.mjs";
import { assertSame, closeReader, openReader, pageText, restore, state, until, visible } from "./page.mjs";

/** The main job on every page under every policy: read, see the page cleaned, get it back. */
export function samplesSuite({ test, driver, server }) {
  test("the page that started the project is at hand", (t) => {
    if (seeds.length === 0)
      t.skip("../shared/corpus/seed is not on this machine; its two pages are left out");
  });
  for (const page of [...samples, ...seeds]) {
    for (const policy of Object.keys(POLICIES)) {
      test(`${page.name} under policy ${policy}`, (t) => mainJob(t, driver(), server(), page, policy));
    }
  }
}

async function mainJob(t, driver, server, { name, expected }, policy) {
  await driver.goto(server.url(name, policy));
  const scripted = RUNS_SCRIPTS.has(policy);
  if (expected.late && scripted) await loadLate(driver, expected.late[0]);
  const before = await state(driver);

  await t.test("a click opens the reader", async () => {
    const shown = await openReader(driver);
    await shoot(driver, `${name}-${policy}-reader`);
    checkReader(shown, expected);
  });
  await t.test("a second click leaves the cleaned page", async () => {
    await closeReader(driver);
    await shoot(driver, `${name}-${policy}-cleaned`);
    await checkCleaned(driver, expected, policy);
  });
  await t.test("the badge says how many blocks are hidden", async () => {
    const { text } = await until("the badge", async () => {
      const action = await driver.action();
      return action.text !== "" && action;
    });
    const kinds = Object.entries(expected.hidden).filter(
      ([kind]) => kind !== "overlay" || policy !== "nothing",
    );
    const least = kinds.reduce((sum, [, count]) => sum + count, 0);
    assert.ok(Number(text) >= least, `${text} is at least ${least}`);
  });
  await t.test("restored, the page is as it was before the click", async () => {
    await openReader(driver);
    await restore(driver);
    assertSame(await state(driver), before);
    await until("the badge to be cleared", async () => (await driver.action()).text === "");
  });
}

async function loadLate(driver, selector) {
  await driver.evaluate(() => void window.dispatchEvent(new Event("scroll")));
  await until("the late blocks", () =>
    driver.evaluate((late) => document.querySelector(late) !== null, selector),
  );
}

function checkReader(shown, expected) {
  assert.equal(plain(shown.title), plain(expected.title));
  assert.equal(shown.byline, expected.byline);
  assert.equal(shown.date?.slice(0, 10), expected.published.slice(0, 10));
  if (expected.site !== null) assert.equal(shown.site, expected.site);
  assert.equal(shown.dir, expected.dir);
  assert.ok(expected.lang.startsWith(shown.lang.slice(0, 2)), `language ${shown.lang}`);
  const text = plain(shown.text);
  assert.ok(text.includes(plain(expected.first)), "the reader has the first paragraph");
  assert.ok(text.includes(plain(expected.last)), "the reader has the last paragraph");
  for (const other of expected.absent) assert.ok(!text.includes(other), `not part of the article: ${other}`);
  for (const spam of expected.spam) assert.ok(!text.includes(spam), `no spam in the reader: ${spam}`);
}

async function checkCleaned(driver, expected, policy) {
  const text = await pageText(driver);
  const { title } = await state(driver);
  for (const spam of expected.spam) {
    assert.ok(!text.includes(spam), `no spam on the page: ${spam}`);
    assert.ok(!title.includes(spam), `no spam in the title: ${spam}`);
  }
  const gone = [
    ...expected.gone,
    ...(RUNS_SCRIPTS.has(policy) ? (expected.late ?? []) : []),
    // Without the page's styles nothing lies over it.
    ...(policy === "nothing" ? [] : (expected.over ?? [])),
  ];
  const left = (await visible(driver, gone)).filter(({ seen }) => seen > 0);
  assert.deepEqual(left, [], "these are to be hidden");
  const lost = (await visible(driver, expected.kept)).filter(({ seen }) => seen === 0);
  assert.deepEqual(lost, [], "these are to stay");
}

const plain = (text) => text.replaceAll(/\s+/g, " ").trim();

async function shoot(driver, name) {
  const folder = join(RESULTS, driver.name);
  mkdirSync(folder, { recursive: true });
  await driver.screenshot(join(folder, `${name}.png`));
}
