// Cloudflare's runtime: wasm comes as a compiled module, and none may be compiled at run time.
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { check, importing, use } from "./consumer.mjs";
import { installed, project, starts, tool } from "./project.mjs";

const main = `${importing("dehusk")}
export default { async test() { await init(); ${use} console.log("FOUND " + JSON.stringify(found)); } };`;

/** A service of one worker, its wasm by the name that the bundle imports it by. */
const config = (wasm) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
  modules = [
    (name = "worker.js", esModule = embed "out/worker.js"),
    (name = "${wasm}", wasm = embed "out/${wasm}"),
  ],
  compatibilityDate = "2025-01-01",
))]);
`;

// The package's own command is JavaScript that looks for this file.
const program = installed(
  `@cloudflare/workerd-${process.platform}-${process.arch === "x64" ? "64" : process.arch}/bin/workerd`,
);

test("workerd", { skip: !starts(program) && "workerd is not installed here" }, async () => {
  await project({ "worker.js": main }, async (folder, run) => {
    const bundle = [
      "--bundle",
      "--format=esm",
      "--conditions=workerd",
      "--loader:.wasm=copy",
      "--outdir=out",
    ];
    await run(tool("esbuild"), ["worker.js", ...bundle]);
    const wasm = (await readdir(path.join(folder, "out"))).find((name) => name.endsWith(".wasm"));
    await writeFile(path.join(folder, "config.capnp"), config(wasm));
    const printed = await run(program, ["test", "config.capnp"]);
    check(JSON.parse(/^FOUND (.*)$/m.exec(printed)[1]));
  });
});
