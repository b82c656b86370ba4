/**
 * The engine without a page: judges columns that were captured elsewhere, for instance in a content script that may not compile wasm.
 * The other half is `dehusk/edge`.
 *
 * @module
 */
import { locate } from "#wasm-live";
import * as glue from "../wasm/live/dehusk.js";
import type { Columns } from "./capture.js";
import { Engine } from "./engine/engine.js";
import type { InitInput } from "./engine/module.js";
import { openPage, type RawLive } from "./engine/raw.js";
import type { Article, Options, Plan } from "./types.js";

export type * from "./types.js";
export type { Columns, InitInput };
export { DehuskError, type DehuskErrorCode } from "./error.js";

const engine = new Engine<RawLive>(glue, locate);

/** What the core says about one captured page. Plain data. */
export interface Judgement {
  article: Article | null;
  plan: Plan;
  readable: boolean;
}

/** Starts the engine, as in `dehusk`. */
export default function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  return engine.init(input);
}

/**
 * Judges a captured page: its article and what to hide. `strictness` (0…1) goes before `options.strictness`.
 *
 * @throws {DehuskError} `BAD_SNAPSHOT` for columns that do not fit together.
 */
export function judge(columns: Columns, options?: Options, strictness?: number): Judgement {
  return engine.call((raw) => {
    const page = openPage(raw, columns, options);
    const judgement = {
      article: page.article(strictness),
      plan: page.plan(strictness),
      readable: page.isReadable(),
    };
    page.free();
    return judgement;
  });
}

/** The engine's version, as in `package.json`. */
export function version(): string {
  return engine.call((raw) => raw.version());
}
