// Deno and Bun, where their programs are at hand.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { check, use } from "./consumer.mjs";
import { project, tool } from "./project.mjs";

const main = (entry, start) =>
  `import init, { extract, clean, isReadable, version, DehuskError } from "${entry}";\n${start}\n${use}\nconsole.log(JSON.stringify(found));`;

const RUNTIMES = {
  Deno: { programs: ["deno", tool("deno")], args: ["run", "--allow-read", "--no-prompt"] },
  Bun: { programs: ["bun", ...packaged()], args: ["run"] },
};

for (const [name, { programs, args }] of Object.entries(RUNTIMES)) {
  const program = programs.find((candidate) => spawnSync(candidate, ["--version"]).status === 0);
  const skip = program === undefined ? `${name} is not installed` : false;
  for (const [entry, start] of [
    ["dehusk", "await init();"],
    ["dehusk/node", ""],
    ["dehusk/inline", "await init();"],
  ]) {
    test(`${name}, ${entry}`, { skip }, () =>
      project({ "main.mjs": main(entry, start) }, async (_, run) =>
        check(JSON.parse(await run(program, [...args, "main.mjs"]))),
      ),
    );
  }
}

/** Bun's programs that npm packages of the workspace carry: its own launcher needs an install script to have run. */
function packaged() {
  const folder = fileURLToPath(new URL("../../node_modules/@oven/", import.meta.url));
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name, "bin/bun")) : [];
}
