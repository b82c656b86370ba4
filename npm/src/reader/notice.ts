import { element } from "./dom.js";
import type { Kit } from "./kit.js";

/** How long a message stays, ms. */
const STAY = 3500;

/** The line at the foot that says what was done. */
export function noticeLine({ document, store, signal, strings }: Kit): HTMLElement {
  const line = element(document, "p", { class: "notice", role: "status", lang: strings.lang });
  const view = document.defaultView as Window;
  let timer = 0;
  store.watch(({ notice }, before) => {
    line.textContent = notice;
    if (notice === "" || notice === before.notice) return;
    view.clearTimeout(timer);
    timer = view.setTimeout(() => {
      store.change({ notice: "" });
    }, STAY);
  });
  signal.addEventListener("abort", () => {
    view.clearTimeout(timer);
  });
  return line;
}
