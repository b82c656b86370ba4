// Workers may not compile wasm at run time: it is imported compiled.
import module from "../../wasm/live/dehusk_bg.wasm";
import { engine } from "../builds/live.js";
import type { InitInput } from "../engine/module.js";

export * from "../judge.js";

/** As in a browser. */
export default function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return engine.init(input, () => module);
}
