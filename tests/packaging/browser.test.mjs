// Browsers: bundled by Vite, bundled by esbuild, and not bundled at all.
import { copyFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { open } from "./chromium.mjs";
import { check, html, main } from "./consumer.mjs";
import { bundle, project, tool } from "./project.mjs";

test("Vite build", async () => {
  const files = {
    "index.html": html("/main.js"),
    "main.js": main("dehusk"),
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
    "main.js": main("dehusk", 'new URL("dehusk_bg.wasm", location.href)'),
  };
  await project(files, async (folder, run) => {
    await bundle(run);
    const wasm = path.join(folder, "node_modules/dehusk/wasm/full/dehusk_bg.wasm");
    await copyFile(wasm, path.join(folder, "dehusk_bg.wasm"));
    check(await open(folder, "index.html"));
  });
});

test("plain page without a bundler", async () => {
  const files = {
    "index.html": html("main.js"),
    "main.js": main("/node_modules/dehusk/dist/web/index.js"),
  };
  await project(files, async (folder) => check(await open(folder, "index.html")));
});
