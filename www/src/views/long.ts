import { element } from "../dom";

/** Of a longer text only the start is laid out until all is asked for, characters: laying it out stops the window. */
const MOST = 200_000;

/** What `draw` makes of a text, or at first of its start. */
export function shortened(text: string, draw: (shown: string) => HTMLElement): HTMLElement {
  if (text.length <= MOST) return draw(text);
  const all = element("button", { type: "button", class: "small" }, "Show all of it");
  const note = element("p", { class: "note" }, "This is long: only its start is shown. ", all);
  const host = element("div", { class: "long" }, note, draw(text.slice(0, MOST)));
  all.addEventListener("click", () => {
    host.replaceWith(draw(text));
  });
  return host;
}
