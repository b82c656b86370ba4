// Many visits in one profile: each page is opened, read by a click, closed and given back. Nothing may grow with their number:
// no nodes, listeners, documents or frames of the tab, no memory of the page's or the background's.
import { parseArgs } from "node:util";
import { launch } from "./drivers/chromium.mjs";
import { serve } from "./server.mjs";
import { samples } from "./suite/expected.mjs";
import { closeReader, openReader, restore, state } from "./suite/page.mjs";
import { pages } from "./suite/pages.mjs";

/** Looks at the memory in a run, spread evenly. */
const LOOKS = 40;
/** Share by which memory may be greater in the last quarter of a run than in its second; it comes and goes by a few hundredths. */
const SLACK = 0.1;

const { values } = parseArgs({ options: { visits: { type: "string", default: "2000" } } });
const visits = Number(values.visits);
const server = await serve(new Map([...pages, ...samples].map((page) => [page.name, page])));
const driver = await launch();
const debug = await driver.page.context().newCDPSession(driver.page);
await debug.send("Performance.enable");
const browser = await driver.page.context().browser().newBrowserCDPSession();
const names = ["form", "rich", "greedy", ...samples.map(({ name }) => name)];
const looks = [];
let changed = 0;
for (let visit = 0; visit < visits; visit += 1) {
  await driver.goto(server.url(names[visit % names.length]));
  const before = await state(driver);
  await openReader(driver);
  await closeReader(driver);
  await restore(driver);
  const after = await state(driver);
  if (after.html !== before.html || after.title !== before.title || after.sheets !== before.sheets)
    changed += 1;
  if (visit % Math.max(1, Math.floor(visits / LOOKS)) === 0) looks.push(await look());
}
const errors = driver.errors.length;
await driver.close();
server.close();

const quarter = (at) =>
  looks.slice(Math.floor((looks.length * at) / 4), Math.floor((looks.length * (at + 1)) / 4));
const grown = [];
console.log(`${visits} visits`);
console.log(
  ["".padEnd(22), ...["first", "second", "last"].map((name) => name.padStart(12)), "  quarter, median"].join(
    "",
  ),
);
for (const name of Object.keys(looks[0])) {
  const [first, second, last] = [0, 1, 3].map((at) => median(quarter(at).map((seen) => seen[name])));
  console.log(
    [name.padEnd(22), ...[first, second, last].map((figure) => figure.toFixed(0).padStart(12))].join(""),
  );
  if (last > second * (1 + SLACK)) grown.push(name);
}
console.log(`${changed} pages not given back as they were, ${errors} errors of the background`);
console.log(grown.length === 0 ? "Nothing grew." : `Grown: ${grown.join(", ")}`);
process.exitCode = grown.length + changed + errors === 0 ? 0 : 1;

/** What the tab and the background hold, after a collection, on an empty page. */
async function look() {
  await driver.goto("about:blank");
  await debug.send("HeapProfiler.collectGarbage");
  const { metrics } = await debug.send("Performance.getMetrics");
  const seen = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return {
    nodes: seen.Nodes,
    listeners: seen.JSEventListeners,
    documents: seen.Documents,
    frames: seen.Frames,
    "page heap, KB": seen.JSHeapUsedSize / 1024,
    "background heap, KB": (await backgroundHeap()) / 1024,
  };
}

/** Bytes the extension's background has in use after a collection; 0 if the browser has stopped it. */
async function backgroundHeap() {
  const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "service_worker" }] });
  const target = targetInfos.find(({ url }) => url.includes(driver.id));
  if (target === undefined) return 0;
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId: target.targetId });
  const ask = (id, method) =>
    new Promise((answered) => {
      const hear = ({ sessionId: from, message }) => {
        const answer = JSON.parse(message);
        if (from !== sessionId || answer.id !== id) return;
        browser.off("Target.receivedMessageFromTarget", hear);
        answered(answer.result);
      };
      browser.on("Target.receivedMessageFromTarget", hear);
      void browser.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask(1, "HeapProfiler.collectGarbage");
  const { usedSize } = await ask(2, "Runtime.getHeapUsage");
  await browser.send("Target.detachFromTarget", { sessionId });
  return usedSize;
}

function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
