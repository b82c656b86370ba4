// Times `extract(html)` in Node against the others, call by call in turn, parsing included.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { Readability } from "@mozilla/readability";
import init, { extract } from "dehusk";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import * as options from "./arguments.mjs";
import { pages } from "./pages.mjs";
import { report } from "./statistics.mjs";

const { Readability: Smoothie } = createRequire(import.meta.url)("dom-smoothie-js");

const TOOLS = {
  dehusk: ({ html, url }) => extract(html, { url }),
  "Readability + linkedom": ({ html }) => new Readability(parseHTML(html).document).parse(),
  "Defuddle + linkedom": ({ html, url }) => Defuddle(parseHTML(html).document, url),
  "dom-smoothie-js": ({ html, url }) => {
    const smoothie = new Smoothie(html, url, undefined);
    try {
      return smoothie.parse();
    } finally {
      smoothie.free();
    }
  },
};

/** Milliseconds of one call, or undefined if the tool fails on the page. */
async function time(tool, page) {
  const { log, warn, error } = console;
  // Some print what they cannot read.
  Object.assign(console, { log() {}, warn() {}, error() {} });
  try {
    const before = performance.now();
    await tool(page);
    return performance.now() - before;
  } catch {
    return undefined;
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

const { calls, out, ...which } = options.read();
const cold = performance.now();
await init();
const initialised = performance.now() - cold;
const rows = [];
for (const page of pages(which)) {
  const times = Object.fromEntries(Object.keys(TOOLS).map((name) => [name, []]));
  // The first round warms up and is not counted.
  for (let round = 0; round <= calls; round += 1) {
    for (const [name, tool] of Object.entries(TOOLS)) {
      const took = await time(tool, page);
      if (took !== undefined && round > 0) times[name].push(took);
    }
  }
  rows.push({ set: page.set, id: page.id, bytes: page.html.length, times });
}
report("Node, string to article", rows, "dehusk");
console.log(`  init() took ${initialised.toFixed(1)} ms`);
if (out !== undefined) writeFileSync(out, JSON.stringify(rows));
