// The pages of `torture` in Chromium, with the packed extension: each is opened, read by a click and given back, and the
// next page must be read as ever. What a click costs is told beside what the browser needs to load the page.
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { launch } from "../browser/drivers/chromium.mjs";
import { serve } from "../browser/server.mjs";
import { closeReader, message, openReader, reader, restore, until } from "../browser/suite/page.mjs";
import { CASES } from "./torture/cases.mjs";
import { page } from "./torture/shapes.mjs";

/** ms in which a page must load, or it is the browser's own trouble. */
const LOAD = 60_000;
/** ms from the click in which something must show: the article, or that there is none. */
const SHOW = 20_000;

const LATE = Symbol("late");
const within = (limit, promise) => Promise.race([promise, sleep(limit, LATE, { ref: false })]);

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const names = Object.keys(CASES).filter((name) => name.includes(values.only));
const served = new Map([["next", { body: page("") }]]);
const server = await serve(served);
let driver = await launch();
const broken = [];
console.log(["page".padEnd(38), "load".padStart(9), "click".padStart(9), "  came of it"].join(" "));
for (const [at, name] of names.entries()) {
  served.set("case", { body: CASES[name]() });
  const { load, click, came } = await visit(`${server.url("case")}?${at}`);
  const figures = [load, click].map((ms) => (ms === undefined ? "" : `${ms.toFixed(0)} ms`).padStart(9));
  console.log([name.padEnd(38), ...figures, ` ${came}`].join(" "));
  if (came.startsWith("!")) broken.push(`${name}: ${came.slice(2)}`);
}
await driver.close();
server.close();
console.log(
  broken.length === 0 ? "\nEvery page was read or refused, and given back." : `\n${broken.join("\n")}`,
);
process.exitCode = broken.length === 0 ? 0 : 1;

/** Opens a page, clicks, gives it back, and reads another. */
async function visit(url) {
  const times = {};
  try {
    const start = performance.now();
    const loaded = driver.goto(url).catch(() => LATE);
    if ((await within(LOAD, loaded)) === LATE) return await anew({ came: "the browser did not load it" });
    times.load = performance.now() - start;
    const before = await within(SHOW, look());
    const clicked = performance.now();
    await driver.click();
    const shown = await within(SHOW, until("the article or a message", come, SHOW));
    if (shown === LATE) return await anew({ ...times, came: "! nothing came" });
    times.click = performance.now() - clicked;
    if (shown === "read") await restore(driver);
    await until("the page to be given back", gone, SHOW);
    const after = await within(SHOW, look());
    const came = after === before ? shown : "! the page was changed";
    await driver.goto(server.url("next"));
    await openReader(driver);
    await closeReader(driver);
    return { ...times, came };
  } catch (error) {
    return anew({ ...times, came: `! ${error.message.split("\n")[0]}` });
  }
}

/** What the click brought: `read`, `refused`, or false as long as it brought nothing. */
async function come() {
  if ((await message(driver)) !== null) return "refused";
  return (await reader(driver)) !== null && "read";
}

function gone() {
  return driver.evaluate(() => document.querySelector("dehusk-reader, [data-dehusk]") === null);
}

/** The page's markup as a number: of a million elements it is too long to be handed over. */
function look() {
  return driver.evaluate(() => {
    const html = document.documentElement.outerHTML;
    let hash = html.length;
    for (let at = 0; at < html.length; at += 1) hash = (Math.imul(hash, 31) + html.charCodeAt(at)) | 0;
    return hash;
  });
}

/** A browser that may hang makes room for another. */
async function anew(outcome) {
  await within(5000, driver.close());
  driver = await launch();
  return outcome;
}
