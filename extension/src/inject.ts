import { browser } from "wxt/browser";
import type { Task } from "./task";

/**
 * Waits before each attempt, ms. Chromium tells a page's process of a click's permission and of the script to run on two
 * channels, and the script may arrive first: seen on 4 % of clicks on sandboxed pages, over within 10 ms.
 */
const ATTEMPTS = [0, 15, 100];

/** Runs the page's script in a tab, with its task. False where the browser lets no extension in, or the script finds nothing it could work on. */
export async function inject(tabId: number, task: Task): Promise<boolean> {
  const target = { tabId };
  for (const wait of ATTEMPTS) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      await browser.scripting.executeScript({
        target,
        func: (key: string, given: string) => {
          Reflect.set(globalThis, Symbol.for(key), given);
        },
        args: ["dehusk.task", task],
      });
      const [injection] = await browser.scripting.executeScript({ target, files: ["/page.js"] });
      // On its own pages Firefox gives an empty answer, where Chromium throws.
      return injection?.result === true;
    } catch {
      // The next attempt, or the caller, speaks.
    }
  }
  return false;
}
