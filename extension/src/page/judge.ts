import { capture, type Capture, type Options, type Plan } from "dehusk/edge";
import type { Failure } from "../messages";
import { packed } from "../parcel";
import { send } from "../send";
import type { Settings } from "../settings";
import type { SiteRules } from "../sites";
import { planOf, type Verdict } from "../verdict";
import { browser } from "wxt/browser";
import { markLists, withRules, type Listed } from "./listed";
import { OWN_SURFACES } from "./surface";

/*
 * The engine is asked in the background, on every page and in both browsers: Chromium lets no content script compile
 * WebAssembly on a page whose policy forbids it.
 */

/** Says to the toolbar how many blocks are hidden; null: the page is as it was. */
export function sendCount(hidden: number | null): void {
  // The background may be gone for good after an update of the extension; the page goes on without its badge.
  send({ type: "count", hidden }).catch(() => undefined);
}

/** The page as it is now, and what the engine says about it. */
export interface Opinion {
  capture: Capture;
  verdict: Verdict | Failure;
  listed: Listed;
}

const optionsOf = ({ strictness, hide }: Settings): Options => ({ url: location.href, strictness, hide });

/**
 * Reads the page while the engine wakes up, then asks it. Rejects for a page that cannot be read, and where nobody answers: the
 * browser may stop the background at any moment, and an update of the extension leaves its scripts on open pages alone.
 */
export async function askEngine(settings: Settings, rules: SiteRules): Promise<Opinion> {
  const options = optionsOf(settings);
  const waking = send({ type: "wake", sample: new Uint8Array(1) });
  const read = capture(document, {
    keepSelectors: [OWN_SURFACES, ...rules.keep.filter(isSelector)],
    hideSelectors: rules.hide.filter(isSelector),
    openShadow,
  });
  const [{ clones }, listed] = await Promise.all([waking, markLists(read)]);
  const verdict = await send({
    type: "judge",
    page: packed(read.columns, clones),
    options,
  });
  return { capture: read, verdict, listed };
}

/** What would be hidden on a page that was read, at each of several strictnesses; null if nobody can say. */
export async function askPlans(
  read: Capture,
  listed: Listed,
  settings: Settings,
  levels: number[],
): Promise<Plan[] | null> {
  const { clones } = await send({ type: "wake", sample: new Uint8Array(1) });
  const page = packed(read.columns, clones);
  const plans = await send({ type: "plans", page, options: optionsOf(settings), levels });
  return "failed" in plans ? null : plans.map((plan) => withRules(planOf(plan), read.nodes, listed));
}

/** Rules come from storage, where another version or a file may have written them. */
function isSelector(text: string): boolean {
  try {
    new Document().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/** Closed shadow roots are open to extensions: Firefox and Chromium have each their own way in, Safari has none. */
function openShadow(element: Element): ShadowRoot | null {
  if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  const dom = browser.dom as typeof browser.dom | undefined;
  return dom === undefined ? element.shadowRoot : dom.openOrClosedShadowRoot(element as HTMLElement);
}
