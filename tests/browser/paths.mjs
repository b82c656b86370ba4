import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where screenshots go. */
export const RESULTS = join(ROOT, "test-results");

/** The packed extension for one kind of browser: `chrome-mv3` or `firefox-mv3`. */
export function extension(kind) {
  const folder = join(process.env.DEHUSK_EXTENSIONS ?? join(ROOT, "dist/extension"), kind);
  if (!existsSync(join(folder, "manifest.json"))) {
    throw new Error(`There is no extension in ${folder}; run \`cargo xtask pack\`.`);
  }
  return folder;
}

/** The program a variable names, or the first of `commands` that is installed; undefined if there is none. */
export function program(variable, commands) {
  const named = process.env[variable];
  if (named !== undefined) return named;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const command of commands) {
      const path = join(folder, command);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}
