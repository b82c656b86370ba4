// One tool on one page, in a process of its own: `child.mjs TOOL CASE`. The last line of its output is the result.
import { existsSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { CASES } from "./cases.mjs";
import { page } from "./shapes.mjs";
import { TOOLS } from "./tools.mjs";

const [tool, name] = process.argv.slice(2);
const say = console.log;
// Some print what they cannot read.
Object.assign(console, { log() {}, warn() {}, error() {}, info() {}, debug() {} });

const run = await TOOLS[tool]();
const next = page("");
await run(next);
const html = CASES[name]();
const bytes = Buffer.byteLength(html);
const before = { at: spent(), memory: process.memoryUsage().rss };
const result = { bytes };
try {
  result.found = await run(html);
} catch (error) {
  result.error = `${error.code ?? error.name}: ${error.message}`.slice(0, 120);
}
result.ms = spent() - before.at;
result.memory = Math.max(0, process.resourceUsage().maxRSS * 1024 - before.memory);
try {
  result.next = (await run(next)) > 0;
} catch {
  result.next = false;
}
say(JSON.stringify(result));

/** Time the main thread has had on a processor, ms: a busy machine does not count. The clock where that is not known. */
function spent() {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6 : performance.now();
}
