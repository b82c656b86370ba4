// Node, as an ES module and from CommonJS.
import test from "node:test";
import { check, use } from "./consumer.mjs";
import { project } from "./project.mjs";

const NAMES = "{ extract, clean, isReadable, version, DehuskError }";

test("Node, ES module", async () => {
  const main = `import init, ${NAMES} from "dehusk";\nawait init();\n${use}\nconsole.log(JSON.stringify(found));`;
  await project({ "main.mjs": main }, async (_, run) => check(JSON.parse(await run("node", ["main.mjs"]))));
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
