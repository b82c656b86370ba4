import * as glue from "../../wasm/full/dehusk.js";
import { Engine } from "../engine/engine.js";
import type { RawFull } from "../engine/raw.js";

/** The full build. One per window or worker, whatever entries are imported. */
export const engine = new Engine<RawFull>(glue);
