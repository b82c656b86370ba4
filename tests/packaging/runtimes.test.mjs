// Runtimes without a browser, each with every entry that it can run. A runtime that could not be installed here is left out.
import test from "node:test";
import { check, NAMES, printing, use } from "./consumer.mjs";
import { installed, project, starts, tool } from "./project.mjs";

// Without install scripts bun's own command is a placeholder; the program lies in the package for this kind of machine.
const BUN = `@oven/bun-${process.platform}-${process.arch}/bin/bun`;
const RUNTIMES = {
  deno: { program: tool("deno"), args: ["run", "--allow-read", "--node-modules-dir=manual"] },
  bun: { program: installed(BUN), args: ["run"] },
  node: { program: "node", args: [] },
};

for (const [name, { program, args }] of Object.entries(RUNTIMES)) {
  for (const entry of ["dehusk", "dehusk/node", "dehusk/inline"]) {
    const skip = !starts(program) && `${name} is not installed here`;
    test(`${name}: ${entry}`, { skip }, async () => {
      await project({ "main.mjs": printing(entry) }, async (_, run) =>
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

test("Node, CommonJS with a dynamic import", async () => {
  const main = `import("dehusk").then(async ({ default: init, ...names }) => {
    await init();
    const ${NAMES} = names;
    ${use}
    console.log(JSON.stringify(found));
  });`;
  await project({ "main.cjs": main }, async (_, run) => check(JSON.parse(await run("node", ["main.cjs"]))));
});
