import { element, icon, type Icon } from "./dom.js";

/** A button that shows an icon and has a name. */
export function iconButton(
  document: Document,
  action: string,
  name: string,
  drawing: Icon,
  run: () => void,
): HTMLButtonElement {
  const button = element(
    document,
    "button",
    { type: "button", class: "tool", "data-action": action, "aria-label": name, title: name },
    icon(document, drawing),
  );
  button.addEventListener("click", run);
  return button;
}

/** A button with words. */
export function textButton(
  document: Document,
  action: string,
  label: string,
  run: () => void,
): HTMLButtonElement {
  const button = element(document, "button", { type: "button", "data-action": action }, label);
  button.addEventListener("click", run);
  return button;
}
