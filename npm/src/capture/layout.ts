import { nativesOf, property, type Natives } from "../natives.js";
import { BLOCK, BOXED, BOXED_IF_STYLED, COMMENT, FLOATS } from "./names.js";
import { BOX, ENTERED_FRAME, FIXED, HIDDEN, mark, STICKY, STYLED, type Rows } from "./rows.js";

const CHECKS: CheckVisibilityOptions = { visibilityProperty: true, opacityProperty: true };

/**
 * Levels of nesting that are measured. A browser goes through all ancestors for each answer: at 512 levels 100,000 elements took
 * Chromium 5 s (`cargo xtask torture --live`). What lies deeper is taken to look like what it lies in.
 */
const DEEPEST = 128;

/** A document whose boxes are measured. */
interface Ground {
  /** Depth of the frame's row; -1 for the page itself. */
  depth: number;
  /** From the page's top left to this window's, CSS px. */
  x: number;
  y: number;
  view: Window;
}

/**
 * Reads all layout of a captured page in one pass: hidden subtrees (only their top is asked and marked), boxes of visible blocks,
 * and the position of blocks that lie in the window, where fixed and sticky ones are.
 * Gives x, y, width, height in CSS px from the page's top left, one quadruple per row marked BOX; none in a DOM without layout.
 */
export function measure(document: Document, rows: Rows): number[] {
  const natives = nativesOf(document);
  const rects: number[] = [];
  const body = property(document, "body") as Element | null | undefined;
  const view = property(document, "defaultView") as Window | null;
  if (natives.visible === undefined || view === null || !body) return rects;
  // A page that hides all of itself is waiting for its own scripts: that says nothing about its blocks.
  if (!shown(natives, view, body)) return rects;
  let ground: Ground = { depth: -1, x: view.scrollX, y: view.scrollY, view };
  const outer: Ground[] = [];
  let skipDepth = Infinity;
  for (let row = 0; row < rows.nodes.length; row += 1) {
    const level = rows.depth[row] as number;
    if (level > skipDepth) continue;
    skipDepth = Infinity;
    while (level <= ground.depth) ground = outer.pop() as Ground;
    const code = rows.tag[row] as number;
    if (code <= COMMENT || level > DEEPEST) continue;
    const traits = rows.names.traits[code] as number;
    const flags = rows.flags[row] as number;
    if ((traits & BLOCK) === 0 && (flags & STYLED) === 0) continue;
    const element = rows.nodes[row] as Element;
    if (!shown(natives, ground.view, element)) {
      mark(rows, row, HIDDEN);
      skipDepth = level;
      continue;
    }
    // What a closed <details> holds has no box, yet the reader is one click away from it: not hidden.
    if (rows.names.list[code] === "details" && property(element, "open") === false) skipDepth = level;
    if ((traits & ((flags & STYLED) === 0 ? BOXED : BOXED | BOXED_IF_STYLED)) === 0) continue;
    const rect = natives.rect(element);
    rects.push(rect.x + ground.x, rect.y + ground.y, rect.width, rect.height);
    mark(
      rows,
      row,
      (traits & FLOATS) !== 0 && inWindow(rect, ground.view) ? BOX | position(ground.view, element) : BOX,
    );
    if ((flags & ENTERED_FRAME) !== 0) {
      const inner = property(natives.ownerDocument(rows.nodes[row + 1] as Node) ?? {}, "defaultView");
      outer.push(ground);
      ground = {
        depth: level,
        x: ground.x + rect.x,
        y: ground.y + rect.y,
        view: (inner as Window | null) ?? ground.view,
      };
    }
  }
  return rects;
}

function shown(natives: Natives, view: Window, element: Element): boolean {
  if (natives.visible?.(element, CHECKS) !== false) return true;
  // display: contents has no box of its own, but its children are there to see.
  return view.getComputedStyle(element).display === "contents";
}

function inWindow(rect: DOMRect, view: Window): boolean {
  return (
    rect.width > 0 &&
    rect.height > 0 &&
    rect.x < view.innerWidth &&
    rect.y < view.innerHeight &&
    rect.x + rect.width > 0 &&
    rect.y + rect.height > 0
  );
}

function position(view: Window, element: Element): number {
  switch (view.getComputedStyle(element).position) {
    case "fixed":
      return FIXED;
    case "sticky":
      return STICKY;
    default:
      return 0;
  }
}
