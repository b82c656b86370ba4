// Bundlers of browsers, and a server that renders: each makes of the package what its users would, and runs it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { open } from "./chromium.mjs";
import { check, html, main } from "./consumer.mjs";
import { bundle, installed, project, tool } from "./project.mjs";

test("webpack 5, which finds the wasm by its address", async () => {
  const files = {
    "index.html": html("dist/main.js"),
    "main.js": main("dehusk"),
    "webpack.config.cjs": `module.exports = { mode: "production", performance: { hints: false }, entry: "./main.js", output: { publicPath: "auto" } };`,
  };
  await project(files, async (folder, run) => {
    const api = `require(${JSON.stringify(installed("webpack"))})(require("./webpack.config.cjs"), (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) { console.error(error ?? stats.toString()); process.exit(1); }
    });`;
    await run("node", ["-e", api]);
    check(await open(folder, "index.html"));
  });
});

test("esbuild, one file with dehusk/inline", async () => {
  await project({ "index.html": html("out.js"), "main.js": main("dehusk/inline") }, async (folder, run) => {
    await bundle(run);
    check(await open(folder, "index.html"));
  });
});

// What Next.js does: the same component is imported on the server, where only an effect would call it, and in the browser.
test("server rendering imports every entry without touching a global", async () => {
  const entries = [
    "dehusk",
    "dehusk/live",
    "dehusk/inline",
    "dehusk/edge",
    "dehusk/engine",
    "dehusk/reader",
    "dehusk/export",
  ];
  const server = `const before = new Set(Reflect.ownKeys(globalThis));
${entries.map((entry, at) => `import * as entry${at} from "${entry}";`).join("\n")}
const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));
const names = [${entries.map((_, at) => `Object.keys(entry${at}).length`).join(", ")}];
console.log(JSON.stringify({ added, names }));`;
  await project({ "server.mjs": server }, async (_, run) => {
    // As the browser's build, which a bundler of a server may choose, and as Node's own.
    for (const bundled of [false, true]) {
      if (bundled)
        await run(tool("esbuild"), ["server.mjs", "--bundle", "--format=esm", "--outfile=out.mjs"]);
      const { added, names } = JSON.parse(await run("node", [bundled ? "out.mjs" : "server.mjs"]));
      if (added.length > 0 || names.includes(0)) throw new Error(JSON.stringify({ added, names }));
    }
  });
});

test("what is not imported is not bundled", async () => {
  const files = {
    "main.js": `import { markdownFile } from "dehusk/export";\nglobalThis.file = markdownFile;`,
  };
  await project(files, async (folder, run) => {
    await run(tool("esbuild"), ["main.js", "--bundle", "--minify", "--format=esm", "--outfile=out.js"]);
    const text = await readFile(path.join(folder, "out.js"), "utf8");
    // A part of the EPUB writer, which nobody asked for.
    if (text.includes("META-INF/container.xml")) throw new Error("The EPUB writer is in the bundle.");
  });
});
