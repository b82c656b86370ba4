// Workers may not compile wasm at run time: it is imported compiled.
import module from "../../wasm/full/dehusk_bg.wasm";
import { engine } from "../builds/full.js";
import type { InitInput } from "../engine/module.js";

export * from "../full.js";

/** As in a browser. */
export default function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return engine.init(input, () => module);
}
