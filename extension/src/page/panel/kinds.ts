import type { HiddenBlock, Kind } from "dehusk/edge";
import { text } from "../../i18n";
import type { Cleaner } from "../cleaner";
import { button, element } from "../dom";
import type { Outline } from "../outline";
import { entry } from "./entry";

export interface Kinds {
  element: HTMLElement;
  draw: () => void;
}

/** The blocks by kind, each kind with a button for all of it. */
export function kinds(cleaner: Cleaner, outline: Outline): Kinds {
  const list = element("div", { class: "kinds" });
  const draw = () => {
    const place = placeOfFocus(list);
    const groups = Object.entries(Object.groupBy(cleaner.blocks, ({ kind }) => kind)) as [
      Kind,
      HiddenBlock[],
    ][];
    list.replaceChildren(...groups.map(([kind, blocks]) => section(cleaner, outline, kind, blocks)));
    if (groups.length === 0) list.append(element("p", {}, text("nothingHidden")));
    // The button that was pressed may be another one now; the focus stays where it was.
    if (place >= 0)
      list.querySelectorAll<HTMLElement>("li, section")[place]?.querySelector("button")?.focus();
  };
  return { element: list, draw };
}

function placeOfFocus(list: HTMLElement): number {
  const focused = (list.getRootNode() as ShadowRoot).activeElement ?? null;
  const holder = focused?.closest("li, section") ?? null;
  return holder === null ? -1 : [...list.querySelectorAll("li, section")].indexOf(holder);
}

function section(cleaner: Cleaner, outline: Outline, kind: Kind, blocks: HiddenBlock[]): HTMLElement {
  const name = text(`kind_${kind}`);
  const all = button(
    text("restoreKind"),
    () => {
      cleaner.restore(kind);
    },
    { "data-action": "restore-kind", "aria-label": `${text("restoreKind")}: ${name}` },
  );
  const hidden = blocks.filter((block) => !cleaner.isShown(block));
  return element(
    "section",
    { "data-kind": kind },
    element(
      "h2",
      {},
      element("span", { class: `dot ${kind}`, "aria-hidden": "true" }),
      `${name} (${blocks.length})`,
    ),
    ...(hidden.length > 1 ? [all] : []),
    element("ul", {}, ...blocks.map((block) => entry(cleaner, outline, block))),
  );
}
