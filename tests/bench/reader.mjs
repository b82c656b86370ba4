// Times a click on the toolbar button until the reader is painted, in Chromium with the packed extension, against an extension
// that does the same with Readability.js and nothing else. Click by click in turn, on a page that was loaded anew.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { binary } from "../browser/drivers/chromium-page.mjs";
import { extension } from "../browser/paths.mjs";
import * as options from "./arguments.mjs";
import { pages } from "./pages.mjs";
import { rival } from "./rival.mjs";
import { median, quantile, report } from "./statistics.mjs";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  // The page's own scripts stay out.
  "content-security-policy": "script-src 'none'; frame-src 'none'",
};
const URL_OF_PAGE = "https://bench.test/page";
/** What appears on the page when a reader opens. */
const READERS = { Dehusk: "dehusk-reader", "Readability + render": "rival-reader" };
/** A page on which a reader has not opened by then has none, ms. */
const LIMIT = 4000;

const { calls, out, ...which } = options.read();
const executablePath = binary();
const folder = mkdtempSync(join(tmpdir(), "dehusk-bench-"));
const extensions = [extension("chrome-mv3"), rival(join(folder, "rival"))].join(",");
const context = await chromium.launchPersistentContext(join(folder, "profile"), {
  headless: true,
  executablePath,
  viewport: { width: 1200, height: 900 },
  // What fades in is there from the first frame.
  reducedMotion: "reduce",
  args: ["--no-sandbox", `--disable-extensions-except=${extensions}`, `--load-extension=${extensions}`],
});
const rows = [];
try {
  const ids = await identify();
  const browser = await context.browser().newBrowserCDPSession();
  const page = await context.newPage();
  let html = "";
  await context.route("**", (route) =>
    route.request().url() === URL_OF_PAGE ? route.fulfill({ headers: HEADERS, body: html }) : route.abort(),
  );
  const click = async (tool) => {
    await page.goto(URL_OF_PAGE, { waitUntil: "load" });
    await page.evaluate(watch, [READERS[tool], LIMIT]);
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const { targetId } = targetInfos.find(({ url }) => url === URL_OF_PAGE);
    const start = performance.timeOrigin + performance.now();
    await browser.send("Extensions.triggerAction", { id: ids[tool], targetId });
    const end = await page.evaluate(() => window.painted);
    return end === null ? null : end - start;
  };
  for (const { set, id, html: markup } of pages(which)) {
    html = markup;
    const times = Object.fromEntries(Object.keys(READERS).map((tool) => [tool, []]));
    try {
      for (let call = 0; call < calls; call += 1) {
        for (const tool of Object.keys(READERS)) {
          const time = await click(tool);
          if (time === null) throw new Error(`${tool} shows no reader`);
          times[tool].push(time);
        }
      }
      rows.push({ set, id, bytes: html.length, times });
    } catch (error) {
      console.log(`left out, ${set}/${id}: ${String(error).split("\n")[0]}`);
    }
  }
} finally {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
}
report("Chromium, click to reader painted", rows, "Dehusk");
const slow = rows.filter(({ times }) => median(times.Dehusk) >= 150).length;
const large = rows.filter(({ bytes }) => bytes > 200_000 && bytes < 400_000);
console.log(`  150 ms or more: ${slow} of ${rows.length} pages`);
if (large.length > 0)
  console.log(
    `  pages of 200 to 400 KB: median ${quantile(
      large.map(({ times }) => median(times.Dehusk)),
      0.5,
    ).toFixed(1)} ms (${large.length} pages)`,
  );
if (out !== undefined) writeFileSync(out, JSON.stringify(rows));

/** Both extensions' ids, once their workers listen. */
async function identify() {
  const found = {};
  while (Object.keys(found).length < 2) {
    for (const worker of context.serviceWorkers()) {
      const ready = await worker.evaluate(() => chrome.action?.onClicked.hasListeners());
      const name = await worker.evaluate(() => chrome.runtime.getManifest().short_name);
      if (ready) found[name] = new URL(worker.url()).host;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return found;
}

/** Leaves a promise of when the frame with the reader in it has been handed over; of null if none comes. */
function watch([name, limit]) {
  window.painted = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(name) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    setTimeout(() => resolve(null), limit);
  });
}
