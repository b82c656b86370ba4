/**
 * Dehusk strips the husk from web pages: it finds the main article, hides injected spam, ads and clutter, and says why.
 *
 * @example
 * import init, { extract } from "dehusk";
 * await init();
 * const article = extract(html, { url: "https://example.org/post" });
 *
 * @module
 */
import { engine } from "../builds/full.js";
import type { InitInput } from "../engine/module.js";

export * from "../full.js";

/**
 * Starts the engine. Needs no argument where the package's own files can be reached; a second call changes nothing.
 *
 * @throws {DehuskError} `NOT_INITIALISED` if the wasm cannot be had or compiled. It may be tried again.
 */
export default function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return engine.init(input, () => new URL("../../wasm/full/dehusk_bg.wasm", import.meta.url));
}
