import { text } from "../../i18n";
import type { Cleaner } from "../cleaner";
import { element } from "../dom";

/** The strictness slider: hides more or less at once, from what is known of the page. */
export function slider(cleaner: Cleaner): HTMLElement {
  const input = element("input", {
    type: "range",
    min: "0",
    max: "10",
    step: "1",
    id: "strictness",
    "data-action": "strictness",
    "aria-describedby": "ends",
  });
  input.value = String(Math.round(cleaner.strictness * 10));
  input.addEventListener("input", () => void cleaner.setStrictness(input.valueAsNumber / 10));
  // Asked now, so that the first move is felt at once.
  void cleaner.plans();
  return element(
    "div",
    { class: "strictness" },
    element("label", { for: "strictness" }, text("strictness")),
    input,
    element(
      "div",
      { class: "ends", id: "ends" },
      element("span", {}, text("hideLess")),
      element("span", {}, text("hideMost")),
    ),
  );
}
