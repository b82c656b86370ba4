import { readFileSync } from "node:fs";
import { engine } from "../builds/live.js";
import type { InitInput } from "../engine/module.js";
import { readable } from "./readable.js";

export * from "../live.js";

/** As in a browser; the wasm is read from the package's own folder. */
export default function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return engine.init(input === undefined ? input : readable(input), () =>
    readFileSync(new URL("../../wasm/live/dehusk_bg.wasm", import.meta.url)),
  );
}
