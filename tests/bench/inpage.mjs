// What runs in the measured page: bundled to one script, called by browser.mjs.
import { Readability } from "@mozilla/readability";
import { capture } from "dehusk/edge";
import init, { cleanDocument, read } from "dehusk/live";
import Defuddle from "defuddle";

const TOOLS = {
  capture: () => capture(document),
  read: () => read(document),
  "cleanDocument + restore": () => cleanDocument(document).restore(),
  Readability: () => new Readability(document.cloneNode(true)).parse(),
  Defuddle: () => new Defuddle(document.cloneNode(true), { url: document.URL }).parse(),
};

/** Compiles the engine and reads the page once: the first call a person pays for. */
async function cold(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const before = performance.now();
  await init(bytes);
  read(document);
  return performance.now() - before;
}

/** Milliseconds of each tool's calls, in turn; a tool that fails on the page has none. */
function times(calls) {
  const found = Object.fromEntries(Object.keys(TOOLS).map((name) => [name, []]));
  for (let round = 0; round <= calls; round += 1) {
    for (const [name, tool] of Object.entries(TOOLS)) {
      try {
        // What an earlier call left dirty is not this one's to lay out.
        document.body?.getBoundingClientRect();
        const before = performance.now();
        tool();
        if (round > 0) found[name].push(performance.now() - before);
      } catch {
        // Counted by being absent.
      }
    }
  }
  return found;
}

globalThis.dehuskBench = { cold, times };
