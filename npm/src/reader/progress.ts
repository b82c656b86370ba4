import { sectionAt } from "./contents.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";

/** How long the text must rest before its place is remembered, ms. */
const REST = 400;

/** What a place is counted in. */
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, pre, figure, table, dt, dd";

/** The blocks a person goes through, in reading order. */
export const blocksOf = (prose: HTMLElement) => [...prose.querySelectorAll<HTMLElement>(BLOCKS)];

/** The thin line at the top that grows while a person reads; keeps state and memory up with the scrolling. */
export function progress(
  kit: Kit,
  scroller: HTMLElement,
  prose: HTMLElement,
  headings: HTMLElement[],
  onRest: (place: number) => void,
): HTMLElement {
  const { document, store, signal } = kit;
  const line = element(document, "div", { class: "progress", "aria-hidden": "true" });
  const view = document.defaultView as Window;
  let frame = 0;
  let timer = 0;
  const measure = () => {
    frame = 0;
    const box = prose.getBoundingClientRect();
    const screen = scroller.clientHeight;
    const read = box.height <= 0 ? 1 : (screen - box.top) / box.height;
    store.change({ progress: Math.min(1, Math.max(0, read)), section: sectionAt(headings, screen) });
  };
  scroller.addEventListener(
    "scroll",
    () => {
      frame ||= view.requestAnimationFrame(measure);
      view.clearTimeout(timer);
      timer = view.setTimeout(() => {
        onRest(placeOf(prose));
      }, REST);
    },
    { passive: true, signal },
  );
  signal.addEventListener("abort", () => {
    view.cancelAnimationFrame(frame);
    view.clearTimeout(timer);
  });
  store.watch(({ progress: share }) => {
    line.style.setProperty("--read", share.toFixed(4));
  });
  view.requestAnimationFrame(() => {
    if (!signal.aborted) measure();
  });
  return line;
}

/** Index of the first block that is not above the screen; 0 at the start. */
function placeOf(prose: HTMLElement): number {
  const at = blocksOf(prose).findIndex((block) => block.getBoundingClientRect().bottom > 60);
  return Math.max(0, at);
}
