import { element } from "./dom";
import { surface } from "./surface";

export interface Outline {
  /** Draws a frame around a block and brings it into view. */
  show: (target: Element | Text) => void;
  hide: () => void;
}

/** A frame over the page that shows which block is meant. It lies on the topmost layer and lets every click through. */
export function outline(signal: AbortSignal): Outline {
  const { root, remove } = surface("outline");
  const box = element("div", { class: "outline", popover: "manual" });
  root.append(box);
  let shown: Element | Text | null = null;
  const place = () => {
    if (shown === null) return;
    const { left, top, width, height } = boxOf(shown);
    box.style.setProperty("translate", `${left}px ${top}px`);
    box.style.setProperty("width", `${width}px`);
    box.style.setProperty("height", `${height}px`);
    box.classList.toggle("nowhere", width === 0 || height === 0);
  };
  const hide = () => {
    shown = null;
    if (box.matches(":popover-open")) box.hidePopover();
  };
  addEventListener("scroll", place, { capture: true, passive: true, signal });
  addEventListener("resize", place, { signal });
  signal.addEventListener("abort", () => {
    remove();
  });
  return {
    hide,
    show(target) {
      shown = target;
      if (!box.matches(":popover-open")) box.showPopover();
      // What was hidden a moment ago has its place only now.
      requestAnimationFrame(() => {
        const { top, bottom } = boxOf(target);
        const holder = "scrollIntoView" in target ? target : target.parentElement;
        if (bottom < 0 || top > innerHeight) holder?.scrollIntoView({ block: "center", behavior: "instant" });
        place();
      });
    },
  };
}

/** Where something is on the screen. */
export function boxOf(target: Element | Text): DOMRect {
  if ("getBoundingClientRect" in target) return target.getBoundingClientRect();
  const range = new Range();
  range.selectNode(target);
  return range.getBoundingClientRect();
}
