import init, { DehuskError, judge, plans, type Options } from "dehusk/engine";
import { browser } from "wxt/browser";
import type { Failure } from "./messages";
import { unpacked, type Parcel } from "./parcel";
import { verdictOf, wirePlanOf, type Verdict, type WirePlan } from "./verdict";

/** Starts the engine; once it runs this costs nothing. */
function start(): Promise<void> {
  return init(browser.runtime.getURL("/dehusk.wasm"));
}

/** Starts the engine while the page is still being read. A failure shows when it is first used. */
export function wakeEngine(): void {
  start().catch(() => undefined);
}

/** Judges a page. */
export function judgePage(page: Parcel, options: Options): Promise<Verdict | Failure> {
  return ask(() => verdictOf(judge(unpacked(page), options)));
}

/** What to hide on a page at several strictnesses. */
export function planPage(page: Parcel, options: Options, levels: number[]): Promise<WirePlan[] | Failure> {
  return ask(() => plans(unpacked(page), options, levels).map(wirePlanOf));
}

/** The worker may have slept since the last question, so the engine is started when needed. */
async function ask<Answer>(question: () => Answer): Promise<Answer | Failure> {
  try {
    await start();
    return question();
  } catch (cause) {
    console.error(cause);
    return { failed: cause instanceof DehuskError ? cause.code : "UNKNOWN" };
  }
}
