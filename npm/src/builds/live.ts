import * as glue from "../../wasm/live/dehusk.js";
import { Engine } from "../engine/engine.js";
import type { RawLive } from "../engine/raw.js";

/** The live build. One per window or worker, whatever entries are imported. */
export const engine = new Engine<RawLive>(glue);
