import init, { DehuskError, judge, type Options } from "dehusk/engine";
import { browser } from "wxt/browser";
import type { Failure } from "./messages";
import { unpacked, type Parcel } from "./parcel";
import { verdictOf, type Verdict } from "./verdict";

/** Starts the engine; once it runs this costs nothing. */
function start(): Promise<void> {
  return init(browser.runtime.getURL("/dehusk.wasm"));
}

/** Starts the engine while the page is still being read. A failure shows when it is first used. */
export function wakeEngine(): void {
  start().catch(() => undefined);
}

/** Judges a page. The worker may have slept since the last one, so the engine is started when needed. */
export async function judgePage(page: Parcel, options: Options): Promise<Verdict | Failure> {
  try {
    await start();
    return verdictOf(judge(unpacked(page), options));
  } catch (cause) {
    console.error(cause);
    return { failed: cause instanceof DehuskError ? cause.code : "UNKNOWN" };
  }
}
