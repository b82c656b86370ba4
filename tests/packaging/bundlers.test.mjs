// What bundlers make of the package, run in Chromium and, for server rendering, in Node.
import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { open } from "./chromium.mjs";
import { check, use } from "./consumer.mjs";
import { project, tool } from "./project.mjs";

const NAMES = "{ extract, clean, isReadable, version, DehuskError }";
const IMPORT = `import init, ${NAMES} from "dehusk";`;
const html = (script) =>
  `<!doctype html><html lang="en"><head><title>Consumer</title><script type="module" src="${script}"></script></head></html>`;
const FOUND = `${IMPORT}\nawait init();\n${use}\nglobalThis.found = found;`;

const WORKER = `${IMPORT}\nconst ready = init();
onmessage = async () => { await ready; ${use} postMessage(found); };`;
const ASK_WORKER = `const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => { globalThis.found = data; };
worker.onerror = ({ message }) => { throw new Error(message); };
worker.postMessage("go");`;

const ESBUILD = ["--bundle", "--format=esm", "--target=es2022", "--log-level=error"];

// The package's wasm is found by its URL; top-level await needs a browser of today.
const VITE = `export default { build: { target: "es2022" }, worker: { format: "es" } };`;

for (const [name, files] of [
  ["a page", { "main.js": FOUND }],
  ["a worker", { "main.js": ASK_WORKER, "worker.js": WORKER }],
]) {
  test(`Vite, ${name}`, () =>
    project({ "index.html": html("/main.js"), "vite.config.js": VITE, ...files }, async (folder, run) => {
      await run(tool("vite"), ["build", "--logLevel", "warn"]);
      check(await open(path.join(folder, "dist"), "index.html"));
    }));
}

/** Runs webpack by its own interface: its command line is another package. */
const webpack = (
  options,
) => `const webpack = require(${JSON.stringify(path.dirname(tool("x")).replace(/\.bin$/, "webpack"))});
webpack({ mode: "production", context: __dirname, performance: { hints: false }, ...${JSON.stringify(options)} }, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors() || stats.hasWarnings()) { console.error(stats.toString("errors-warnings")); process.exit(1); }
});`;

test("webpack 5, the same module for the browser and for rendering on a server", () =>
  project(
    {
      "index.html": html("dist/client.js"),
      "client.js": FOUND,
      // Rendered on the server, nothing of the browser is there; what a component imports must not mind.
      "server.js": `import "dehusk/reader"; import "dehusk/live";\n${FOUND}\nconsole.log(JSON.stringify(found));`,
      "client.cjs": webpack({ target: "web", entry: { client: "./client.js" } }),
      "server.cjs": webpack({
        target: "node20",
        entry: { server: "./server.js" },
        experiments: { outputModule: true },
        output: { module: true, filename: "[name].mjs", chunkFormat: "module" },
      }),
    },
    async (folder, run) => {
      await run("node", ["client.cjs"]);
      check(await open(folder, "index.html"));
      await run("node", ["server.cjs"]);
      check(JSON.parse(await run("node", ["dist/server.mjs"])));
    },
  ));

test("esbuild, wasm handed over by its address", async () => {
  const files = {
    "index.html": html("out.js"),
    "main.js": FOUND.replace("init()", `init(new URL("dehusk_bg.wasm", location.href))`),
  };
  await project(files, async (folder, run) => {
    await run(tool("esbuild"), ["main.js", ...ESBUILD, "--outfile=out.js"]);
    const wasm = path.join(folder, "node_modules/dehusk/wasm/full/dehusk_bg.wasm");
    await copyFile(wasm, path.join(folder, "dehusk_bg.wasm"));
    check(await open(folder, "index.html"));
  });
});

test("esbuild, dehusk/inline as one file", () =>
  project(
    { "index.html": html("out.js"), "main.js": FOUND.replace(`"dehusk"`, `"dehusk/inline"`) },
    async (folder, run) => {
      await run(tool("esbuild"), ["main.js", ...ESBUILD, "--outfile=out.js"]);
      check(await open(folder, "index.html"));
    },
  ));

test("esbuild takes only what is imported", () =>
  project({ "main.js": `import { decode } from "dehusk"; console.log(decode);` }, async (_, run) => {
    const out = await run(tool("esbuild"), ["main.js", ...ESBUILD, "--minify"]);
    assert.ok(out.length < 3000, `${out.length} characters for one small function`);
  }));
