import { send } from "./send";
import type { Settings } from "./settings";
import type { SiteRules } from "./sites";

/*
 * Changes that read before they write. The background makes them: a page may be left at the same moment, and what it had
 * begun would be lost. All reject where the change cannot be kept.
 */

/** Between two changes of settings, ms. Chromium takes 120 writes a minute; whoever drags through colours makes dozens of changes. */
const PAUSE = 1000;

/** What goes with the next change, while the last one is less than a pause ago. */
let next: { part: Partial<Settings>; done: Promise<void> } | undefined;
let last = -PAUSE;

/** Changes some settings: the first at once, what follows soon after together. */
export function changeSettings(part: Partial<Settings>): Promise<void> {
  if (next !== undefined) {
    Object.assign(next.part, part);
    return next.done;
  }
  const own = { ...part };
  const done = pause(last + PAUSE - performance.now()).then(() => {
    next = undefined;
    last = performance.now();
    return kept(send({ type: "settings", part: own }));
  });
  next = { part: own, done };
  return done;
}

/** Adds a rule for the site of this page. */
export const changeRules = (which: keyof SiteRules, selector: string): Promise<void> =>
  kept(send({ type: "rule", which, selector }));

async function kept(answer: Promise<boolean>): Promise<void> {
  if (!(await answer)) throw new Error("Storage is full or switched off.");
}

/** Waits for a while, or until the page is left. */
function pause(ms: number): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("pagehide", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener("pagehide", end);
  });
}
