// Cloudflare's runtime: wasm comes as a compiled module, and none may be compiled at run time.
import { execFileSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { writeFile } from "node:fs/promises";
import { check, use } from "./consumer.mjs";
import { installed, project, tool } from "./project.mjs";

const main = `import init, { extract, clean, isReadable, version, DehuskError } from "dehusk";
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

function skip() {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return false;
  } catch {
    return "workerd is not installed here";
  }
}

test("workerd", { skip: skip() }, async () => {
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
