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
  const rest = () => {
    timer = 0;
    onRest(placeOf(scroller, prose));
  };
  scroller.addEventListener(
    "scroll",
    () => {
      frame ||= view.requestAnimationFrame(measure);
      view.clearTimeout(timer);
      timer = view.setTimeout(rest, REST);
    },
    { passive: true, signal },
  );
  signal.addEventListener("abort", () => {
    view.cancelAnimationFrame(frame);
    view.clearTimeout(timer);
    // Whoever leaves in the midst of scrolling comes back to where they left.
    if (timer !== 0) rest();
  });
  store.watch(({ progress: share }) => {
    line.style.setProperty("--read", share.toFixed(4));
  });
  view.requestAnimationFrame(() => {
    if (!signal.aborted) measure();
  });
  return line;
}

/** Lower edge of the toolbar and some air: the line a person reads from, CSS px. */
const LINE = 72;
const lineOf = (scroller: HTMLElement) => scroller.getBoundingClientRect().top + LINE;

/**
 * The block at the top of the screen and how much of it is above, as one number: 27.4 is two fifths down in block 27; 0 at the
 * start. What is folded away has a box, but no place.
 */
function placeOf(scroller: HTMLElement, prose: HTMLElement): number {
  const line = lineOf(scroller);
  const blocks = blocksOf(prose);
  const at = blocks.findIndex(
    (block) => block.getBoundingClientRect().bottom > line && block.checkVisibility(),
  );
  if (at < 0) return 0;
  const { top, height } = (blocks[at] as HTMLElement).getBoundingClientRect();
  const above = Math.min(0.99, Math.max(0, (line - top) / height));
  return Math.round((at + above) * 100) / 100;
}

/** Scrolls to a place that `placeOf` gave, in this or a slightly different text. */
export function goToPlace(scroller: HTMLElement, prose: HTMLElement, place: number): void {
  const rest = blocksOf(prose).slice(Math.floor(place));
  const block = rest.find((one) => one.checkVisibility());
  if (block === undefined) return;
  const { top, height } = block.getBoundingClientRect();
  const above = block === rest[0] ? height * (place % 1) : 0;
  scroller.scrollBy({ top: top + above - lineOf(scroller), behavior: "instant" });
}
