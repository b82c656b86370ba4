// Browsers: bundled by Vite, bundled by esbuild, and not bundled at all.
import { copyFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { open } from "./chromium.mjs";
import { check, html, importing, use } from "./consumer.mjs";
import { project, tool } from "./project.mjs";

const IMPORT = importing("dehusk");

test("Vite build", async () => {
  const files = {
    "index.html": html("/main.js"),
    "main.js": `${IMPORT}\nawait init();\n${use}\nglobalThis.found = found;`,
    // The package's wasm is found by its URL; top-level await needs a browser of today.
    "vite.config.js": `export default { build: { target: "es2022" } };`,
  };
  await project(files, async (folder, run) => {
    await run(tool("vite"), ["build", "--logLevel", "warn"]);
    check(await open(path.join(folder, "dist"), "index.html"));
  });
});

test("esbuild bundle, wasm handed over by its address", async () => {
  const files = {
    "index.html": html("out.js"),
    "main.js": `${IMPORT}\nawait init(new URL("dehusk_bg.wasm", location.href));\n${use}\nglobalThis.found = found;`,
  };
  await project(files, async (folder, run) => {
    await run(tool("esbuild"), [
      "main.js",
      "--bundle",
      "--format=esm",
      "--target=es2022",
      "--outfile=out.js",
    ]);
    const wasm = path.join(folder, "node_modules/dehusk/wasm/full/dehusk_bg.wasm");
    await copyFile(wasm, path.join(folder, "dehusk_bg.wasm"));
    check(await open(folder, "index.html"));
  });
});

test("plain page without a bundler", async () => {
  const main = IMPORT.replace('"dehusk"', '"/node_modules/dehusk/dist/web/index.js"');
  const files = {
    "index.html": html("main.js"),
    "main.js": `${main}\nawait init();\n${use}\nglobalThis.found = found;`,
  };
  await project(files, async (folder) => check(await open(folder, "index.html")));
});
