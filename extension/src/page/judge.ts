import { capture, type Capture, type Options } from "dehusk/edge";
import { browser } from "wxt/browser";
import type { Failure, Send } from "../messages";
import { packed } from "../parcel";
import type { Verdict } from "../verdict";
import { OWN_SURFACES } from "./surface";

/*
 * The engine is asked in the background, on every page and in both browsers: Chromium lets no content script compile
 * WebAssembly on a page whose policy forbids it.
 */
const send: Send = (message) => browser.runtime.sendMessage(message);

/** Says to the toolbar how many blocks are hidden; null: the page is as it was. */
export function sendCount(hidden: number | null): void {
  // The background may be gone for good after an update of the extension; the page goes on without its badge.
  send({ type: "count", hidden }).catch(() => undefined);
}

/** The page as it is now, and what the engine says about it. */
export interface Opinion {
  capture: Capture;
  verdict: Verdict | Failure;
}

/**
 * Reads the page while the engine wakes up, then asks it. Rejects for a page that cannot be read, and where nobody answers: the
 * browser may stop the background at any moment, and an update of the extension leaves its scripts on open pages alone.
 */
export async function askEngine(): Promise<Opinion> {
  const waking = send({ type: "wake", sample: new Uint8Array(1) });
  const options: Options = { url: location.href };
  const read = capture(document, { keepSelectors: [OWN_SURFACES], openShadow });
  const { clones } = await waking;
  const verdict = await send({ type: "judge", page: packed(read.columns, clones), options });
  return { capture: read, verdict };
}

/** Closed shadow roots are open to extensions: each browser has its own way in. */
function openShadow(element: Element): ShadowRoot | null {
  if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  return browser.dom.openOrClosedShadowRoot(element as HTMLElement);
}
