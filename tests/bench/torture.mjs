// Pages made to hang or break readers, each tool and page in a process of its own. Ours must end in time, keep to its
// memory and be ready for the next page; the others stand beside.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CASES } from "./torture/cases.mjs";
import { OWN, TOOLS } from "./torture/tools.mjs";

/** ms our own calls may take on a processor. */
const TIME = 2000;
/** Bytes our own calls may take on top of the page: `FACTOR` times the page and `FLOOR`. */
const FACTOR = 10;
const FLOOR = 64 << 20;
/** ms on the clock after which a process is ended: another tool's, and ours, which has to be told from a busy machine. */
const LIMIT = 10_000;
const OWN_LIMIT = 60_000;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    own: { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const tools = values.own ? OWN : Object.keys(TOOLS);
const names = Object.keys(CASES).filter((name) => name.includes(values.only));
const rows = [];
const broken = [];
console.log(["page".padEnd(38), "     KB", ...tools.map((tool) => tool.padStart(24))].join(" "));
for (const name of names) {
  const results = {};
  for (const tool of tools) {
    results[tool] = await measure(tool, name);
    const why = OWN.includes(tool) ? complaint(results[tool]) : undefined;
    if (why !== undefined) broken.push(`${tool}, ${name}: ${why}`);
  }
  rows.push({ name, results });
  const { bytes } = Object.values(results).find((result) => result.bytes !== undefined) ?? { bytes: 0 };
  const cells = tools.map((tool) => cell(results[tool]).padStart(24));
  console.log([name.padEnd(38), (bytes / 1024).toFixed(0).padStart(7), ...cells].join(" "));
}
for (const tool of tools) {
  const failed = rows.filter(({ results }) => cell(results[tool]).includes("!")).length;
  console.log(`${tool}: ${failed} of ${rows.length} pages not read or the next call failed`);
}
console.log(broken.length === 0 ? "\nAll limits kept." : `\nLimits broken:\n  ${broken.join("\n  ")}`);
if (values.out !== undefined) writeFileSync(values.out, JSON.stringify(rows));
process.exitCode = broken.length === 0 ? 0 : 1;

/** What came of one tool on one page. */
function measure(tool, name) {
  const limit = OWN.includes(tool) ? OWN_LIMIT : LIMIT;
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("torture/child.mjs", import.meta.url)), tool, name],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, limit);
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      const last = output.trim().split("\n").at(-1);
      if (late) resolve({ error: `over ${limit / 1000} s` });
      else if (code === 0 && last.startsWith("{")) resolve(JSON.parse(last));
      else resolve({ error: `process died (${signal ?? code})` });
    });
  });
}

/** Which limit a result breaks, if one. */
function complaint({ error, ms, memory, bytes, next }) {
  if (error !== undefined) return error;
  if (ms > TIME) return `${(ms / 1000).toFixed(1)} s`;
  if (memory > FACTOR * bytes + FLOOR)
    return `${(memory / 2 ** 20).toFixed(0)} MB for ${(bytes / 2 ** 20).toFixed(1)} MB`;
  return next ? undefined : "the next call failed";
}

function cell({ error, ms, memory, found, next }) {
  if (error !== undefined && ms === undefined) return `! ${error}`;
  const result = error === undefined ? (found === 0 ? "none" : "") : `! ${error.slice(0, 12)}`;
  const figures = `${ms.toFixed(0)} ms ${(memory / 2 ** 20).toFixed(0)} MB`;
  return `${result} ${next ? "" : "!dead "}${figures}`.trim();
}
