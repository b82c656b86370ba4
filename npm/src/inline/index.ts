/**
 * As `dehusk`, with the wasm inside the JavaScript: for a page or script that is to be one file.
 * It is a third larger to load than `dehusk`, and is not compiled while it arrives.
 *
 * @module
 */
import { engine } from "../builds/full.js";
import type { InitInput } from "../engine/module.js";
import { GZIPPED } from "./wasm.js";

export * from "../full.js";

/**
 * Starts the engine. Needs no argument anywhere; a second call changes nothing.
 *
 * @throws {DehuskError} `NOT_INITIALISED` if the wasm cannot be compiled.
 */
export default function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return engine.init(input, unpack);
}

/** The wasm's bytes out of the text that carries them. */
async function unpack(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(GZIPPED), (letter) => letter.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes).arrayBuffer();
}
