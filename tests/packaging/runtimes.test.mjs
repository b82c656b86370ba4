// Other runtimes than Node, and the entries that Node can run. A runtime that could not be installed here is left out.
import { execFileSync } from "node:child_process";
import test from "node:test";
import { check, use } from "./consumer.mjs";
import { installed, project, tool } from "./project.mjs";

const NAMES = "{ extract, clean, isReadable, version, DehuskError }";
const tell = (entry) =>
  `import init, ${NAMES} from "${entry}";\nawait init();\n${use}\nconsole.log(JSON.stringify(found));`;

/** The program, or undefined where it does not start: its package comes as an optional one. */
function runtime(program) {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return program;
  } catch {
    return undefined;
  }
}

// Without install scripts bun's own command is a placeholder; the program lies in the package for this kind of machine.
const BUN = `@oven/bun-${process.platform}-${process.arch}/bin/bun`;
const RUNTIMES = {
  deno: { program: runtime(tool("deno")), args: ["run", "--allow-read", "--node-modules-dir=manual"] },
  bun: { program: runtime(installed(BUN)), args: ["run"] },
  node: { program: "node", args: [] },
};

for (const [name, { program, args }] of Object.entries(RUNTIMES)) {
  for (const entry of ["dehusk", "dehusk/node", "dehusk/inline"]) {
    const skip = program === undefined && `${name} is not installed here`;
    test(`${name}: ${entry}`, { skip }, async () => {
      await project({ "main.mjs": tell(entry) }, async (_, run) =>
        check(JSON.parse(await run(program, [...args, "main.mjs"]))),
      );
    });
  }
}

test("Node: dehusk/node without init, imported and required", async () => {
  const work = `${use}\nconsole.log(JSON.stringify(found));`;
  const files = {
    "main.mjs": `import ${NAMES} from "dehusk/node";\n${work}`,
    "main.cjs": `import("dehusk/node").then((names) => { const ${NAMES} = names; ${work} });`,
  };
  await project(files, async (_, run) => {
    for (const file of Object.keys(files)) check(JSON.parse(await run("node", [file])));
  });
});
