import { changeSettings } from "../change";
import { text } from "../i18n";
import { element } from "../page/dom";
import { KINDS, type Settings } from "../settings";
import { choice, kept, section } from "./dom";

/** What is hidden, and how readily. */
export function hidingSection({ hide, strictness }: Settings): HTMLElement {
  const range = element("input", { type: "range", id: "strictness", min: "0", max: "10", step: "1" });
  range.value = String(Math.round(strictness * 10));
  range.setAttribute("aria-label", text("strictness"));
  range.addEventListener("change", () => {
    kept(changeSettings({ strictness: range.valueAsNumber / 10 }));
  });
  const kinds = KINDS.map((kind) =>
    choice("checkbox", `hide-${kind}`, "hide", text(`kind_${kind}`), hide.includes(kind), (checked) => {
      kept(changeSettings({ hide: KINDS.filter((one) => (one === kind ? checked : hide.includes(one))) }));
    }),
  );
  return section(
    "hidingTitle",
    null,
    element("div", { class: "columns", role: "group", "aria-label": text("hidingTitle") }, ...kinds),
    element(
      "label",
      {},
      element("span", { class: "soft" }, text("hideLess")),
      range,
      element("span", { class: "soft" }, text("hideMost")),
    ),
  );
}
