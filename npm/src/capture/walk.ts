import { DehuskError } from "../error.js";
import { ownHosts } from "../own.js";
import { invoke, nativesOf, property, type Natives } from "../natives.js";
import { COMMENT, CUSTOM, ENTER, FRAME, HOST, RAW, SLOT, TEXT } from "./names.js";
import { ENTERED_FRAME, mark, noRows, SHADOW, STYLED, type Rows } from "./rows.js";

/** How the walk is bounded and what it may open. */
export interface WalkOptions {
  maxNodes: number;
  maxDepth: number;
  openShadow: ((element: Element) => ShadowRoot | null) | undefined;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Where the walk goes on after a subtree: the next sibling, or the next node of a list that stands for children. */
interface Place {
  node: Node;
  list: Node[] | undefined;
  at: number;
}

/**
 * Visits the flattened tree below `root` once, in preorder, and writes one row per node.
 * Iterative with its own stack, so depth costs memory, never the call stack. Reads no layout, writes nothing.
 */
export function walk(document: Document, root: Element, options: WalkOptions): Rows {
  const natives = nativesOf(document);
  const rows = noRows();
  rows.scopes.push(document);
  const stack: Place[] = [];
  let node: Node = root;
  let list: Node[] | undefined = [root];
  let at = 0;
  for (;;) {
    if (rows.nodes.length >= options.maxNodes) {
      throw new DehuskError("TOO_LARGE", `The page has more than ${options.maxNodes} nodes.`);
    }
    const inner = visit(natives, rows, node, Math.min(stack.length, options.maxDepth), options);
    if (inner !== null) {
      stack.push({ node, list, at });
      list = Array.isArray(inner) ? inner : undefined;
      node = Array.isArray(inner) ? (inner[0] as Node) : inner;
      at = 0;
      continue;
    }
    for (;;) {
      const next: Node | null = list === undefined ? natives.nextSibling(node) : (list[++at] ?? null);
      if (next !== null) {
        node = next;
        break;
      }
      const outer = stack.pop();
      if (outer === undefined) return rows;
      ({ node, list, at } = outer);
    }
  }
}

/** Writes the row of `node`; gives its first child, the list that stands for its children, or null if it has none. */
function visit(
  natives: Natives,
  rows: Rows,
  node: Node,
  depth: number,
  options: WalkOptions,
): Node | Node[] | null {
  const row = rows.nodes.push(node) - 1;
  rows.depth.push(depth);
  rows.flags.push(0);
  const type = natives.nodeType(node);
  if (type !== ELEMENT_NODE) {
    rows.tag.push(type === TEXT_NODE ? TEXT : COMMENT);
    if (type === TEXT_NODE) rows.texts.push(natives.data(node as Text));
    return null;
  }
  const element = node as Element;
  const code = rows.names.code(natives.localName(element));
  const traits = rows.names.traits[code] as number;
  rows.tag.push(code);
  if (rows.attributes.read(natives, element, row)) rows.flags[row] = STYLED;
  if ((traits & (HOST | SLOT | FRAME | RAW)) !== 0) {
    if ((traits & RAW) !== 0) rows.attributes.readRaw(natives, element, rows.names.list[code] as string, row);
    const inner = special(natives, rows, element, traits, row, options);
    if (inner !== undefined) return inner;
  }
  return (traits & ENTER) === 0 ? null : natives.firstChild(element);
}

/** What takes the place of an element's own children; undefined if nothing does. */
function special(
  natives: Natives,
  rows: Rows,
  element: Element,
  traits: number,
  row: number,
  options: WalkOptions,
): Node | Node[] | null | undefined {
  if ((traits & HOST) !== 0) {
    if (ownHosts.has(element)) return null;
    let shadow = natives.shadowRoot?.(element) ?? null;
    // The extension's way into closed roots is a slow call: asked only where a closed root is likely.
    if (shadow === null && options.openShadow !== undefined) {
      if ((traits & CUSTOM) !== 0 || natives.firstChild(element) === null)
        shadow = options.openShadow(element);
    }
    if (shadow === null) return undefined;
    mark(rows, row, SHADOW);
    rows.scopes.push(shadow);
    return natives.firstChild(shadow);
  }
  if ((traits & SLOT) !== 0) {
    const assigned = invoke(element, "assignedNodes");
    return Array.isArray(assigned) && assigned.length > 0 ? (assigned as Node[]) : undefined;
  }
  if ((traits & FRAME) !== 0) {
    const inner = property(element, "contentDocument") as Document | null | undefined;
    const root = inner ? (property(inner, "documentElement") as Element | null | undefined) : null;
    if (!inner || !root) return undefined;
    mark(rows, row, ENTERED_FRAME);
    rows.scopes.push(inner);
    return [root];
  }
  return undefined;
}
