import { invoke, nativesOf, property } from "../natives.js";
import { COMMENT, STATE } from "./names.js";
import { FILLED, FOCUS, mark, MODAL, PLAYING, type Rows } from "./rows.js";

/** Marks what a person is using: the focused element, filled controls, playing media; and what stands in their way: open dialogs. */
export function markState(document: Document, rows: Rows): void {
  const focused = focusedElement(document);
  if (focused !== null) {
    const row = rows.nodes.indexOf(focused);
    if (row >= 0) mark(rows, row, FOCUS);
  }
  const { nodes, tag, names, attributes } = rows;
  nodes.forEach((node, row) => {
    const code = tag[row] as number;
    if (code <= COMMENT || ((names.traits[code] as number) & STATE) === 0) return;
    mark(rows, row, stateOf(node, names.list[code] as string));
  });
  const modal = attributes.names.indexOf("aria-modal");
  const popover = attributes.names.indexOf("popover");
  attributes.entries.forEach((entry, at) => {
    const name = entry % 64;
    if (name !== modal && name !== popover) return;
    const row = Math.floor(entry / 64);
    const open =
      name === modal
        ? attributes.values[at] === "true"
        : invoke(nodes[row] as Element, "matches", ":popover-open") === true;
    if (open) mark(rows, row, MODAL);
  });
}

/** The element with the focus, looked for inside shadow trees and same-origin frames; null if it is the page itself. */
export function focusedElement(document: Document): Element | null {
  let focused = (property(document, "activeElement") as Element | null | undefined) ?? null;
  for (let inner = focused; inner !== null;) {
    const root = property(inner, "shadowRoot") ?? property(inner, "contentDocument");
    focused = inner;
    inner = root ? ((property(root, "activeElement") as Element | null | undefined) ?? null) : null;
  }
  if (focused === null) return null;
  const name = nativesOf(document).localName(focused);
  return name === "body" || name === "html" ? null : focused;
}

function stateOf(node: Node, name: string): number {
  switch (name) {
    case "dialog":
      return property(node, "open") === true ? MODAL : 0;
    case "audio":
    case "video":
      return property(node, "paused") === false ? PLAYING : 0;
    default:
      return isFilled(node, name) ? FILLED : 0;
  }
}

/** Input types whose value is not something a person typed or chose. */
const NOT_FILLABLE = new Set(["hidden", "button", "submit", "reset", "image"]);

/** Whether a person changed the control from what the page gave. */
export function isFilled(node: Node, name: string): boolean {
  if (name === "select") {
    const chosen = property(node, "selectedIndex");
    const options = property(node, "options") as ArrayLike<Node> | undefined;
    const option = typeof chosen === "number" && chosen > 0 ? options?.[chosen] : undefined;
    return option !== undefined && property(option, "defaultSelected") === false;
  }
  if (name === "input" && NOT_FILLABLE.has(String(property(node, "type")))) return false;
  return (
    property(node, "value") !== property(node, "defaultValue") ||
    property(node, "checked") !== property(node, "defaultChecked")
  );
}
