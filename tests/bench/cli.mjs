// The command lines: the same files to Markdown with `dehusk`, Trafilatura and Defuddle in turns, as many processes or
// threads each as there are cores. Pages per second, ratios, and the most memory ours took.
//
// Defuddle's command takes one page per call. It is given fewer pages, as many calls at a time as there are cores.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { read } from "./arguments.mjs";
import { pages } from "./pages.mjs";
import { median } from "./statistics.mjs";

/** Pages Defuddle is given of each turn's, and milliseconds between two looks at the memory. */
const FEW = 60;
const LOOK = 50;

// About a thousand pages in all: of few, the start of the programs is most of the time.
const { corpus, perSet, calls, out } = read({ pages: 360 });
const cores = availableParallelism();
const cli = fileURLToPath(new URL("../../npm/dist/cli.js", import.meta.url));
const defuddle = join(dirname(createRequire(import.meta.url).resolve("defuddle")), "cli.js");
const folder = mkdtempSync(join(tmpdir(), "dehusk-bench-"));

const source = join(folder, "pages");
mkdirSync(source);
const files = pages({ corpus, perSet }).map(({ html }, at) => {
  const file = join(source, `${at}.html`);
  writeFileSync(file, html);
  return file;
});

/** Runs a program to its end; gives the most memory it had resident, in bytes, where the system tells. */
function run(program, args) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: "ignore" });
    let most = 0;
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        most = Math.max(most, 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {
        // It has ended, or this is no Linux.
      }
    }, LOOK);
    child.on("error", fail);
    child.on("exit", () => {
      clearInterval(look);
      done(most);
    });
  });
}

const TOOLS = {
  dehusk: async (target) => {
    const memory = await run(process.execPath, [cli, ...files, "--out", target]);
    return { pages: files.length, memory };
  },
  trafilatura: async (target) => {
    const ways = ["--input-dir", source, "--output-dir", target, "--markdown", "--parallel", String(cores)];
    await run("trafilatura", ways);
    return { pages: files.length };
  },
  defuddle: async (target) => {
    mkdirSync(target);
    const step = Math.max(1, files.length / FEW);
    const few = Array.from({ length: Math.min(FEW, files.length) }, (_, at) => Math.floor(at * step));
    const waiting = few[Symbol.iterator]();
    const lane = async () => {
      for (const at of waiting)
        await run(process.execPath, [
          defuddle,
          "parse",
          files[at],
          "--markdown",
          "-o",
          join(target, `${at}.md`),
        ]);
    };
    await Promise.all(Array.from({ length: cores }, lane));
    return { pages: few.length };
  },
};

const lacking = ["trafilatura"].filter((name) => {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return false;
  } catch {
    return true;
  }
});
for (const name of lacking)
  console.log(`${name} is left out: it is not installed (\`pip install ${name} lxml_html_clean\`).`);

const names = Object.keys(TOOLS).filter((name) => !lacking.includes(name));
const turns = [];
for (let turn = 0; turn < calls; turn += 1) {
  const rates = {};
  for (const name of names) {
    const target = join(folder, `${name}-${turn}`);
    const start = performance.now();
    const { pages, memory } = await TOOLS[name](target);
    const seconds = (performance.now() - start) / 1000;
    // Trafilatura makes a folder for every thousand.
    const made = readdirSync(target, { recursive: true, withFileTypes: true });
    const written = made.filter((entry) => entry.isFile()).length;
    rates[name] = { rate: pages / seconds, written, pages, memory };
    rmSync(target, { recursive: true });
  }
  turns.push(rates);
}
rmSync(folder, { recursive: true });

console.log(`\n${files.length} pages to Markdown, ${cores} cores, ${calls} turns`);
for (const name of names) {
  const rate = median(turns.map((turn) => turn[name].rate));
  const { written, pages } = turns[0][name];
  console.log(
    `  ${name.padEnd(12)} ${rate.toFixed(1).padStart(7)} pages/s   ${written} files of ${pages} pages`,
  );
}
for (const name of names.slice(1)) {
  const ratio = median(turns.map((turn) => turn.dehusk.rate / turn[name].rate));
  console.log(`  dehusk / ${name.padEnd(12)} ${ratio.toFixed(2)}, median of the turns`);
}
const memory = Math.max(...turns.map((turn) => turn.dehusk.memory));
if (memory > 0) console.log(`  dehusk took at most ${(memory / 1e6).toFixed(0)} MB`);
if (out) writeFileSync(out, JSON.stringify(turns, null, 1));
