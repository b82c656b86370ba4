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
