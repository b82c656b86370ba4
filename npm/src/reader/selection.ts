import type { TextMap } from "./text-map.js";

/** What browsers call the selection of a shadow tree. */
interface SelectionPlaces {
  getSelection?: () => Selection | null;
}

/** The places in the text that the person has selected; null if there are none. */
export function selectedIn(prose: HTMLElement, map: TextMap): { start: number; end: number } | null {
  const range = rangeIn(prose.getRootNode() as ShadowRoot);
  if (range === null || !prose.contains(range.startContainer) || !prose.contains(range.endContainer))
    return null;
  const start = map.offsetOf(range.startContainer, range.startOffset);
  const end = map.offsetOf(range.endContainer, range.endOffset);
  return start === undefined || end === undefined || start >= end ? null : { start, end };
}

function rangeIn(root: ShadowRoot): StaticRange | Range | null {
  const own = (root as SelectionPlaces).getSelection?.();
  if (own) return own.rangeCount > 0 ? own.getRangeAt(0) : null;
  const whole = root.ownerDocument.getSelection();
  if (whole === null) return null;
  if (typeof whole.getComposedRanges === "function") {
    const [range] = whole.getComposedRanges({ shadowRoots: [root] });
    return range ?? null;
  }
  return whole.rangeCount > 0 ? whole.getRangeAt(0) : null;
}
