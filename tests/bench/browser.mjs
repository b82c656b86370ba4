// Times reading and cleaning a live page in Chromium against Readability and Defuddle on clones, call by call in turn.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { binary } from "../browser/drivers/chromium-page.mjs";
import * as options from "./arguments.mjs";
import { pages } from "./pages.mjs";
import { median, report } from "./statistics.mjs";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  // The page's own scripts stay out, ours and the engine may run.
  "content-security-policy": "script-src 'wasm-unsafe-eval'; worker-src 'none'; frame-src 'none'",
  // Isolated pages have a clock of 5 µs instead of 100.
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

const bundled = await build({
  entryPoints: [fileURLToPath(new URL("inpage.mjs", import.meta.url))],
  bundle: true,
  format: "iife",
  write: false,
  minify: true,
  logLevel: "error",
  define: { "import.meta.url": '"https://bench.test/"' },
});
const script = bundled.outputFiles[0].text;
const wasm = readFileSync(new URL("../../npm/wasm/live/dehusk_bg.wasm", import.meta.url)).toString("base64");

const { calls, out, ...which } = options.read();
const executablePath = binary();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const rows = [];
for (const { set, id, html } of pages(which)) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const url = "https://bench.test/page";
  await context.route("**", (route) =>
    route.request().url() === url ? route.fulfill({ headers: HEADERS, body: html }) : route.abort(),
  );
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: "domcontentloaded", timeout: 30_000 });
    await page.evaluate(script);
    const cold = await page.evaluate((bytes) => globalThis.dehuskBench.cold(bytes), wasm);
    const times = await page.evaluate((count) => globalThis.dehuskBench.times(count), calls);
    const nodes = await page.evaluate(() => document.getElementsByTagName("*").length);
    rows.push({ set, id, bytes: html.length, nodes, cold, times });
  } catch (error) {
    console.log(`${set}/${id}: ${String(error).split("\n")[0]}`);
  }
  await context.close();
}
await browser.close();
// What of the reading is the walk over the page; the rest is the core's.
const onlyReading = rows.map(({ times: { capture, read, Readability, Defuddle } }) => ({
  times: { capture, read, Readability, Defuddle },
}));
report("Chromium, live page to article", onlyReading, "read");
const onlyCleaning = rows.map(({ times }) => ({
  times: {
    "cleanDocument + restore": times["cleanDocument + restore"],
    Readability: times.Readability,
    Defuddle: times.Defuddle,
  },
}));
report("Chromium, live page cleaned in place", onlyCleaning, "cleanDocument + restore");
console.log(
  `  first call with init(), wasm already loaded: median ${median(rows.map(({ cold }) => cold)).toFixed(1)} ms`,
);
if (out !== undefined) writeFileSync(out, JSON.stringify(rows));
