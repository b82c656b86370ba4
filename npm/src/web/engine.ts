/**
 * The engine without a page: judges columns that were captured elsewhere, for instance in a content script that may not compile wasm.
 * The other half is `dehusk/edge`.
 *
 * @module
 */
import { engine } from "../builds/live.js";
import type { InitInput } from "../engine/module.js";

export * from "../judge.js";

/**
 * Starts the engine. Needs no argument where the package's own files can be reached; a second call changes nothing.
 *
 * @throws {DehuskError} `NOT_INITIALISED` if the wasm cannot be had or compiled. It may be tried again.
 */
export default function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return engine.init(input, () => new URL("../../wasm/live/dehusk_bg.wasm", import.meta.url));
}
