import { changeSettings } from "../change";
import { text } from "../i18n";
import { element } from "../page/dom";
import { CLICKS, type Settings } from "../settings";
import { choice, kept, section } from "./dom";

/** What a click on the toolbar button does. */
export function clickSection({ click }: Settings): HTMLElement {
  const names = {
    reader: text("clickReader"),
    clean: text("clickClean"),
    panel: text("clickPanel"),
  };
  const choices = CLICKS.map((value) =>
    choice("radio", `click-${value}`, "click", names[value], click === value, () => {
      kept(changeSettings({ click: value }));
    }),
  );
  return section(
    "clickTitle",
    null,
    element("div", { role: "radiogroup", "aria-label": text("clickTitle") }, ...choices),
  );
}
