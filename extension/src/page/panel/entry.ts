import type { HiddenBlock } from "dehusk/edge";
import { text } from "../../i18n";
import type { Cleaner } from "../cleaner";
import { button, element } from "../dom";
import type { Outline } from "../outline";
import { why } from "../why";

/** One block: what it says, why it was hidden, and what can be done about it. Pointing at it shows it on the page. */
export function entry(cleaner: Cleaner, outline: Outline, block: HiddenBlock): HTMLElement {
  const isShown = cleaner.isShown(block);
  const label = (block.text || text("noText")).slice(0, 40);
  const toggle = isShown
    ? button(
        text("hideAgain"),
        () => {
          cleaner.hideAgain(block);
        },
        { "data-action": "hide-again", "aria-label": `${text("hideAgain")}: ${label}` },
      )
    : button(
        text("restoreOne"),
        () => {
          cleaner.restore(block);
        },
        { "data-action": "restore-one", "aria-label": `${text("restoreOne")}: ${label}` },
      );
  const never = button(
    text("neverHere"),
    () => {
      cleaner.keepAlways(block);
    },
    {
      class: "quiet",
      "data-action": "never-here",
      "aria-label": `${text("neverHere")}: ${label}`,
    },
  );
  const item = element(
    "li",
    isShown ? { class: "is-shown" } : {},
    element("p", { class: "text", dir: "auto" }, block.text || text("noText")),
    element(
      "p",
      { class: "why" },
      why(block),
      " · ",
      element("span", { class: "sure" }, text("sure", Math.round(block.confidence * 100))),
    ),
    element("div", { class: "acts" }, toggle, ...(isShown ? [] : [never])),
  );
  for (const type of ["pointerenter", "focusin"]) {
    item.addEventListener(type, () => {
      outline.show(block.element);
      cleaner.peek(block);
    });
  }
  for (const type of ["pointerleave", "focusout"]) {
    item.addEventListener(type, () => {
      outline.hide();
      cleaner.lower();
    });
  }
  return item;
}
