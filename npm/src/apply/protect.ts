import { nativesOf, property } from "../natives.js";
import { focusedElement } from "../capture/state.js";

const EDITORS = new Set(["textarea", "select"]);
// Input types a person writes into. A consent wall that focuses its own button or checkbox is not protected by that.
const WRITTEN = new Set([
  "text",
  "search",
  "email",
  "url",
  "tel",
  "password",
  "number",
  "date",
  "datetime-local",
]);

/** The field a person is writing in; null if there is none. */
export function writtenField(document: Document): Element | null {
  const focused = focusedElement(document);
  if (focused === null) return null;
  const name = nativesOf(document).localName(focused);
  const writes =
    EDITORS.has(name) ||
    (name === "input" && WRITTEN.has(String(property(focused, "type")))) ||
    property(focused, "isContentEditable") === true;
  return writes ? focused : null;
}

/** The nodes from `inner` outwards, itself first, through shadow hosts and frames up to the page's document. */
export function* outwards(document: Document, inner: Node): Generator<Node> {
  const natives = nativesOf(document);
  for (let at: Node | null = inner; at !== null;) {
    yield at;
    const parent: Node | null = natives.parentNode(at);
    const view = property(at, "defaultView") as object | null | undefined;
    at =
      parent ?? ((property(at, "host") ?? property(view ?? {}, "frameElement")) as Node | undefined) ?? null;
  }
}

/** Whether `inner` lies in `outer` or is it. */
export function holds(document: Document, outer: Node, inner: Node): boolean {
  for (const node of outwards(document, inner)) if (node === outer) return true;
  return false;
}
