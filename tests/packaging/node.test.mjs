// Node: as an ES module, from CommonJS, without init, and the command.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { check, page, use } from "./consumer.mjs";
import { project, published } from "./project.mjs";

const NAMES = "{ extract, clean, isReadable, version, DehuskError }";
const ESM = `import init, ${NAMES} from "dehusk";\nawait init();\n${use}\nconsole.log(JSON.stringify(found));`;
const SYNC = `import ${NAMES} from "dehusk/node";\n${use}\nconsole.log(JSON.stringify(found));`;

for (const [name, main] of [
  ["ES module", ESM],
  ["dehusk/node without init", SYNC],
  ["dehusk/inline", ESM.replace(`"dehusk"`, `"dehusk/inline"`)],
]) {
  test(`Node, ${name}`, () =>
    project({ "main.mjs": main }, async (_, run) => check(JSON.parse(await run("node", ["main.mjs"])))));
}

test("Node, CommonJS with a dynamic import", async () => {
  const main = `import("dehusk").then(async ({ default: init, ...names }) => {
    await init();
    const ${NAMES} = names;
    ${use}
    console.log(JSON.stringify(found));
  });`;
  await project({ "main.cjs": main }, async (_, run) => check(JSON.parse(await run("node", ["main.cjs"]))));
});

// Node 20.19 and 22.12 and later read ES modules by require().
test("Node, require()", { skip: process.features.require_module ? false : "this Node cannot" }, async () => {
  const main = `const ${NAMES} = require("dehusk/node");\n${use}\nconsole.log(JSON.stringify(found));`;
  await project({ "main.cjs": main }, async (_, run) => check(JSON.parse(await run("node", ["main.cjs"]))));
});

test("the command, as npx finds it", () =>
  project({ "mill.html": page }, async (folder, run) => {
    const out = await run(path.join(folder, "node_modules/.bin/dehusk"), ["mill.html"]);
    assert.match(out, /^# The mill by the river\n/);
    assert.ok(!out.includes("cheap pills"));
  }));

test("every entry can be imported where there is no window, as in server rendering", () => {
  const entries = ["dehusk", "dehusk/live", "dehusk/reader", "dehusk/edge", "dehusk/engine", "dehusk/inline"];
  // The browser's files too: frameworks bundle them for the server.
  const files = ["web/index.js", "web/live.js", "web/engine.js"].map(
    (file) => `./node_modules/dehusk/dist/${file}`,
  );
  const main = `const before = Object.keys(globalThis).length;
    for (const entry of ${JSON.stringify([...entries, ...files])}) await import(entry);
    console.log(Object.keys(globalThis).length - before);`;
  return project({ "main.mjs": main }, async (_, run) =>
    assert.equal(await run("node", ["main.mjs"]), "0\n"),
  );
});

test("what is published: code, types, two engines, manual, licences, nothing else", async () => {
  const files = (await readdir(published, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(published, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const expected = [
    /^(package\.json|README\.md|LICENSE-MIT|LICENSE-APACHE)$/,
    /^dist\/.+\.(js|d\.ts)$/,
    /^dist\/dehusk\.1$/,
    /^wasm\/(full|live)\/dehusk(\.js|\.d\.ts|_bg\.wasm)$/,
  ];
  assert.deepEqual(
    files.filter((file) => !expected.some((pattern) => pattern.test(file))),
    [],
  );
});
