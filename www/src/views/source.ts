import { element } from "../dom";

/** Text as it would be saved, with a button that copies it. */
export function source(text: string): HTMLElement {
  const copy = element("button", { type: "button", class: "small copy" }, "Copy");
  copy.addEventListener("click", () => {
    navigator.clipboard.writeText(text).then(
      () => (copy.textContent = "Copied"),
      () => (copy.textContent = "The browser refused"),
    );
  });
  return element("div", { class: "source" }, copy, element("pre", { dir: "auto" }, text));
}
