import { element } from "../dom";
import { shortened } from "./long";

/** Text as it would be saved, with a button that copies it. */
export function source(text: string): HTMLElement {
  const copy = element("button", { type: "button", class: "small copy" }, "Copy");
  copy.addEventListener("click", () => {
    navigator.clipboard.writeText(text).then(
      () => (copy.textContent = "Copied"),
      () => (copy.textContent = "The browser refused"),
    );
  });
  const shown = shortened(text, (part) => element("pre", { dir: "auto" }, part));
  return element("div", { class: "source" }, copy, shown);
}
