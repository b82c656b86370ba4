import { element } from "../dom";
import type { Frame, Mark } from "./frame";
import { COLOURS } from "./xray";

/** Least height of a block on the chart, share of the whole. */
const LEAST = 0.004;

/**
 * The chart beside the page: every judged block where it stands, as tall as it is, as wide as Dehusk is sure of it.
 * A picture for the eye; the list of removed blocks says the same.
 */
export function drawMap(
  host: HTMLElement,
  frame: Frame,
  confidence: number,
  onPick: (mark: Mark) => void,
): void {
  const root = frame.document?.documentElement;
  host.replaceChildren();
  if (!root) return;
  const height = Math.max(root.scrollHeight, 1);
  const top = root.getBoundingClientRect().top;
  for (const mark of frame.marks) {
    const box = mark.element.getBoundingClientRect();
    if (box.height === 0 && box.width === 0) continue;
    const bar = element("span", { class: "bar" });
    bar.style.top = `${((box.top - top) / height) * 100}%`;
    bar.style.height = `${Math.max(box.height / height, LEAST) * 100}%`;
    bar.style.width = `${(mark.removal?.confidence ?? confidence) * 100}%`;
    bar.style.background = COLOURS[mark.kind];
    bar.addEventListener("click", () => {
      onPick(mark);
    });
    host.append(bar);
  }
}
