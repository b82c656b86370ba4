import { text } from "../i18n";
import { button, element } from "./dom";
import { surface } from "./surface";

/** A choice that the message offers. */
export interface Choice {
  name: string;
  label: string;
  run: () => void;
}

/** How long a message stays while nobody points at it, ms: time to read two lines and to reach for the mouse. */
const STAY = 9000;

/** Shows a short message in the corner of the page until it is answered, closed or old, or `signal` ends it. */
export function showToast(message: string, choices: Choice[], signal: AbortSignal): void {
  const { root, remove } = surface("message");
  const gone = new AbortController();
  const end = () => {
    gone.abort();
    clearTimeout(timer);
    remove();
  };
  const buttons = choices.map(({ name, label, run }) =>
    button(
      label,
      () => {
        end();
        run();
      },
      { "data-action": name },
    ),
  );
  const close = button("×", end, { class: "close", "data-action": "dismiss", "aria-label": text("close") });
  // A popover lies above whatever the page calls its topmost layer.
  const box = element(
    "div",
    { class: "toast", popover: "manual" },
    element("p", { role: "status" }, message),
    ...buttons,
    close,
  );
  let timer = setTimeout(end, STAY);
  for (const type of ["pointerenter", "focusin"]) {
    box.addEventListener(type, () => {
      clearTimeout(timer);
    });
  }
  for (const type of ["pointerleave", "focusout"]) {
    box.addEventListener(type, () => {
      clearTimeout(timer);
      timer = setTimeout(end, STAY);
    });
  }
  signal.addEventListener("abort", end, { signal: gone.signal });
  root.append(box);
  box.showPopover();
}
