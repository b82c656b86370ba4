// Kills the browser while the extension writes, again and again in one profile. Whatever storage had taken before is there
// afterwards, and no change is there by half. Told by numbers: each writer counts up, and what was seen may only grow.
// A log that a kill left torn is mended before the next start: what Chromium loses by it is its own fault (`torn-log.mjs`).
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { launch } from "./drivers/chromium.mjs";
import { serve } from "./server.mjs";
import { openOptions, pick } from "./suite/own-pages.mjs";
import { inReader, reader, soon, until } from "./suite/page.mjs";
import { pages } from "./suite/pages.mjs";
import { mendTornLogs, tearLog } from "./suite/torn-log.mjs";

/** Longest time from the first write to the kill, ms. */
const LONGEST = 700;
/** Sites in a settings file: many items that must come together. */
const SITES = 100;

const { values } = parseArgs({ options: { rounds: { type: "string", default: "50" } } });
const rounds = Number(values.rounds);
const profile = mkdtempSync(join(tmpdir(), "dehusk-kills-"));
const server = await serve(new Map(pages.map((page) => [page.name, page])));
// The server of another run has another port, and so the page another address.
const article = `read:${server.url("rich")}`;

/** How far each writer had come when somebody looked last. */
const seen = { highlights: 0, setting: 0, rules: 0, file: 0 };
let writes = 0;
/** Logs of storage that the browser had written by half: its own fault, mended. */
let torn = 0;

/** Each writes the number it is given. */
const writers = {
  highlights: {
    start: async (driver) => {
      await driver.goto(server.url("rich"));
      await open(driver);
    },
    write: async (driver, number) => {
      await inReader(
        driver,
        (root, at) => {
          const text = [...root.querySelectorAll(".prose p")].at(at).firstChild;
          getSelection().setBaseAndExtent(text, 0, text, 5);
        },
        number - 1,
      );
      await driver.press("h");
    },
  },
  setting: {
    start: openOptions,
    write: (driver, number) =>
      driver.evaluate(
        (strictness) => chrome.runtime.sendMessage({ type: "settings", part: { strictness } }),
        number / 1e6,
      ),
  },
  rules: {
    start: openOptions,
    write: (driver, number) =>
      driver.evaluate(
        (selector) => chrome.runtime.sendMessage({ type: "rule", which: "hide", selector }),
        `#r${number}`,
      ),
  },
  file: {
    start: openOptions,
    write: async (driver, number) => {
      const rules = { keep: [`#f${number}`], hide: [] };
      const sites = Object.fromEntries(Array.from({ length: SITES }, (_, at) => [`s${at}.example`, rules]));
      const { settings, [`site:${driver.id}`]: own } = await driver.background(() =>
        chrome.storage.sync.get(),
      );
      const file = { dehusk: "settings", settings, sites: { ...sites, [driver.id]: own } };
      await pick(driver, "import-file", "settings.json", JSON.stringify(file));
    },
  },
};

/** After a kill the extension's first page may still come and take a click for itself. */
const open = (driver) =>
  until("the reader", async () => {
    await driver.click();
    return soon(() => reader(driver));
  });

/** How far storage says that each writer came. */
async function look(driver) {
  const [local, sync] = await driver.background(() =>
    Promise.all([chrome.storage.local.get(), chrome.storage.sync.get()]),
  );
  const files = Object.entries(sync).filter(([key]) => key.endsWith(".example"));
  const marks = new Set(files.map(([, { keep }]) => keep[0]));
  assert.ok(
    marks.size <= 1 && [0, SITES].includes(files.length),
    `a file by half: ${[...marks]}, ${files.length} sites`,
  );
  const numberOf = (mark) => Number(mark?.slice(2) ?? 0);
  return {
    highlights: local[article]?.highlights.length ?? 0,
    setting: Math.round((sync.settings?.strictness ?? 0) * 1e6) % 500_000,
    rules: numberOf(sync[`site:${driver.id}`]?.hide.at(-1)),
    file: numberOf([...marks][0]),
  };
}

function check(now, when) {
  for (const [name, count] of Object.entries(now)) {
    assert.ok(count >= seen[name], `${name} fell from ${seen[name]} to ${count} ${when}`);
    writes += count - seen[name];
  }
  Object.assign(seen, now);
}

/** Writes until the browser is gone. */
async function work(driver, name) {
  for (let number = seen[name] + 1; ; number += 1) {
    await writers[name].write(driver, number);
    const now = await until("the write", async () => {
      const at = await look(driver);
      return at[name] >= number && at;
    });
    check(now, "while the browser ran");
  }
}

for (let round = 0; round < rounds; round += 1) {
  const names = Object.keys(writers);
  const name = names[round % names.length];
  const driver = await launch({ profile });
  check(await look(driver), `after kill ${round}`);
  await writers[name].start(driver);
  const dead = sleep(Math.random() * LONGEST).then(() => driver.kill());
  await Promise.race([work(driver, name), dead]).catch((error) => {
    if (error instanceof assert.AssertionError) throw error;
  });
  await dead;
  torn += mendTornLogs(profile);
}
tearLog(profile);
assert.equal(mendTornLogs(profile), 1, "a torn log is seen and mended");
const driver = await launch({ profile });
check(await look(driver), "after the last kill");
await driver.goto(server.url("rich"));
await open(driver);
await until("the highlights", () =>
  inReader(driver, (root, count) => root.querySelectorAll(".prose mark").length === count, seen.highlights),
);
await driver.close();
server.close();
if (rounds >= 3 * Object.keys(writers).length)
  for (const [name, count] of Object.entries(seen)) assert.ok(count > 0, `${name}: nothing was written`);
rmSync(profile, { recursive: true, force: true });
console.log(
  `${rounds} kills, ${writes} writes before them: nothing lost, nothing by half (${JSON.stringify(seen)}); logs torn by the browser and mended: ${torn}`,
);
