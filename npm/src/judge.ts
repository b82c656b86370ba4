import type { Columns } from "./capture.js";
import { optionsFrom } from "./arguments.js";
import { engine } from "./builds/live.js";
import type { InitInput } from "./engine/module.js";
import { openPage } from "./engine/raw.js";
import type { Article, Options, Plan } from "./types.js";

export type * from "./types.js";
export type { Columns, InitInput };
export { DehuskError, type DehuskErrorCode } from "./error.js";

/** What the core says about one captured page. Plain data. */
export interface Judgement {
  article: Article | null;
  plan: Plan;
  readable: boolean;
}

/**
 * Judges a captured page: its article and what to hide. `strictness` (0…1) goes before `options.strictness`.
 *
 * @throws {DehuskError} `BAD_SNAPSHOT` for columns that do not fit together.
 */
export function judge(columns: Columns, options?: Options, strictness?: number): Judgement {
  const chosen = optionsFrom(options);
  return engine.call((raw) => {
    const page = openPage(raw, columns, chosen);
    const judgement = {
      article: page.article(strictness),
      plan: page.plan(strictness),
      readable: page.isReadable(),
    };
    page.free();
    return judgement;
  });
}

/** What to hide at each of several strictnesses (0…1), from one judgement of the page. */
export function plans(columns: Columns, options: Options | undefined, levels: readonly number[]): Plan[] {
  return engine.call((raw) => {
    const page = openPage(raw, columns, options);
    const found = levels.map((level) => page.plan(level));
    page.free();
    return found;
  });
}

/** The engine's version, as in `package.json`. */
export function version(): string {
  return engine.call((raw) => raw.version());
}
