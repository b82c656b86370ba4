import { property } from "./natives.js";
import type { Scope } from "./capture/rows.js";

/** What an observation needs from the one who started it. */
export interface Observed {
  /** The documents and shadow trees to listen to. */
  scopes(): Scope[];
  /** Whether a change lies inside a block that is hidden anyway. */
  isOurs(target: Node): boolean;
  /** Judges the page again; `navigated` when its address has changed since the last run. */
  run(navigated: boolean): Promise<void>;
}

export interface Observation {
  disconnect(): void;
}

/** Shortest wait between two runs, ms: late ads come in bursts. */
const SHORTEST_WAIT = 500;
/** Longest wait, ms: where back-off ends on a page that never rests. */
const LONGEST_WAIT = 30_000;
/** A run that kept the main thread busy for t ms is followed by a wait of at least this many t: under 2 % of its time. */
const REST = 60;
/** Changes looked at before one is taken as relevant; more are not worth the time. */
const MOST_RECORDS = 50;

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  // Overlays are often there from the start and shown later by one of these.
  attributeFilter: ["class", "style", "hidden", "open"],
};

/**
 * Runs a judgement again when the page has changed, in idle time and ever more rarely while it keeps changing.
 * Each run captures the whole page: a block is judged by its surroundings, so a changed subtree alone would be judged differently.
 * Between a change and the run it causes nothing is listened to, so endless inserts cost nothing. While the engine thinks the page
 * may change again: that leads to a run of its own.
 */
export function observe(document: Document, observed: Observed): Observation {
  const view = property(document, "defaultView") as (Window & typeof globalThis) | null;
  if (view === null) return { disconnect() {} };
  let address = pageAddress(view);
  let wait = SHORTEST_WAIT;
  let lastRun = view.performance.now();
  let timer = 0;
  let stopped = false;
  let running = false;
  /** Whether the page has changed during a run. */
  let again = false;

  const changes = new view.MutationObserver((records) => {
    const relevant = records.slice(0, MOST_RECORDS).some((record) => !observed.isOurs(record.target));
    if (relevant || records.length > MOST_RECORDS || pageAddress(view) !== address) schedule();
  });
  const listen = () => {
    for (const scope of observed.scopes()) changes.observe(scope, WATCHED);
  };
  const schedule = () => {
    changes.disconnect();
    if (running) {
      again = true;
      return;
    }
    // Changes after a long rest are a new burst, not the old one going on.
    const rested = view.performance.now() - lastRun;
    wait = rested > 4 * wait ? SHORTEST_WAIT : wait;
    const navigated = pageAddress(view) !== address;
    timer = view.setTimeout(
      () => {
        whenIdle(view, run);
      },
      navigated ? 0 : Math.max(0, wait - rested),
    );
  };
  const run = () => {
    if (stopped) return;
    const navigated = pageAddress(view) !== address;
    address = pageAddress(view);
    const started = view.performance.now();
    running = true;
    again = false;
    listen();
    const done = observed.run(navigated);
    // What an engine elsewhere takes is not the page's time: only the part up to here is.
    const busy = view.performance.now() - started;
    void done.finally(() => {
      lastRun = view.performance.now();
      wait = Math.max(Math.min(LONGEST_WAIT, wait * 2), busy * REST);
      running = false;
      if (stopped) changes.disconnect();
      else if (again) schedule();
      else listen();
    });
  };
  listen();
  return {
    disconnect() {
      stopped = true;
      view.clearTimeout(timer);
      changes.disconnect();
    },
  };
}

/** The address without its fragment: a jump within the page is no navigation. */
function pageAddress(view: Window): string {
  return view.location.href.replace(/#.*$/, "");
}

function whenIdle(view: Window, run: () => void): void {
  // Safari has no idle callback.
  if (typeof view.requestIdleCallback === "function") view.requestIdleCallback(run, { timeout: 2000 });
  else run();
}
