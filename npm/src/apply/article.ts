import { nativesOf } from "../natives.js";
import { holds } from "../outwards.js";

const SEEN: CheckVisibilityOptions = { visibilityProperty: true, opacityProperty: true };

/** The elements of the article's text that can be seen now. None where the DOM does no layout. */
export function seenOf(document: Document, article: Node[]): Element[] {
  const natives = nativesOf(document);
  return article.filter(
    (node): node is Element =>
      natives.nodeType(node) === 1 && natives.visible?.(node as Element, SEEN) === true,
  );
}

/**
 * Which of `hidden` to show again because of them less of the article can be seen than before: those that hold lost text,
 * or all, if the page's own style sheets took it away when something beside it went.
 */
export function atFault<T extends { removal: { element: Node } }>(
  document: Document,
  before: Element[],
  hidden: T[],
): T[] {
  const now = new Set(seenOf(document, before));
  const lost = before.filter((element) => !now.has(element));
  if (lost.length === 0) return [];
  const holders = hidden.filter(({ removal }) =>
    lost.some((element) => holds(document, removal.element, element)),
  );
  return holders.length > 0 ? holders : hidden;
}
