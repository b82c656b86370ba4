import { element } from "./dom.js";
import type { Kit } from "./kit.js";

/** Dims all but a band of a few lines. The band follows the pointer; without one it rests where the eye does. */
export function focusBand({ document, store, signal }: Kit, frame: HTMLElement): HTMLElement {
  const band = element(document, "div", { class: "band", "aria-hidden": "true" });
  frame.addEventListener(
    "pointermove",
    (event) => {
      if (!store.state.settings.focus || event.pointerType === "touch") return;
      band.style.setProperty("--at", `${event.clientY - frame.getBoundingClientRect().top}px`);
    },
    { passive: true, signal },
  );
  store.watch(({ settings }) => {
    band.hidden = !settings.focus;
  });
  return band;
}
