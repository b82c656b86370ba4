/**
 * Dehusk for Node, Deno and Bun without `await`: the first call starts the engine.
 *
 * @example
 * import { extract } from "dehusk/node"; // or require("dehusk/node")
 * const article = extract(html, { url: "https://example.org/post" });
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { engine } from "../builds/full.js";

export * from "../full.js";
export { default } from "./index.js";

engine.startWith(() => readFileSync(new URL("../../wasm/full/dehusk_bg.wasm", import.meta.url)));
