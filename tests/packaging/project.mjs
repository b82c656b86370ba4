// A fresh project in a temp folder that has the packed package installed, and nothing else.
import { execFile, execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** The folder as it would be published. */
export const published = path.join(root, "dist/npm");

/** A command line tool of this workspace: the tools are not what is tested, so no project installs them. */
export const tool = (name) => path.join(root, "node_modules/.bin", name);

/** A file of an installed package, by its place in `node_modules`. */
export const installed = (file) => path.join(root, "node_modules", file);

/** Whether a program runs here: those of optional packages may not have come. */
export function starts(program) {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Bundles `main.js` of a project into `out.js` with esbuild, as a program `run` in its folder. */
export const bundle = (run, ...more) =>
  run(tool("esbuild"), [
    "main.js",
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--outfile=out.js",
    ...more,
  ]);

/** The packed archive. */
export async function archive() {
  const names = (await readdir(path.join(root, "dist"))).filter((name) => /^dehusk-.*\.tgz$/.test(name));
  if (names.length !== 1) throw new Error(`dist/ holds ${names.length} archives; run \`cargo xtask pack\``);
  return path.join(root, "dist", names[0]);
}

/**
 * Makes a project of `files` (path → text), installs the package offline, and hands it to `work`; it is deleted afterwards.
 * `work` gets the project's folder and a function that runs a program in it and gives back its standard output.
 */
export async function project(files, work) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "dehusk-consumer-"));
  const execute = async (program, args) =>
    (await run(program, args, { cwd: folder, maxBuffer: 1 << 24 })).stdout;
  try {
    await write(folder, { "package.json": JSON.stringify({ name: "consumer", private: true }), ...files });
    // Offline: the package has no dependency, so nothing may have to be fetched.
    await execute("npm", ["install", "--offline", "--ignore-scripts", "--no-package-lock", await archive()]);
    return await work(folder, execute);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}
