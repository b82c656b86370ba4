import type { Cleaning, HiddenBlock, Kind } from "dehusk/edge";
import { text } from "../i18n";
import { button, element } from "./dom";
import { surface } from "./surface";

/** What the panel needs to know and whom it tells. */
export interface PanelOptions {
  cleaning: Cleaning;
  /** Blocks that were shown again; the panel adds to it. */
  shown: Set<HiddenBlock>;
  onRestore: () => void;
  restorePage: () => void;
  /** Closes the panel. */
  signal: AbortSignal;
}

/** Opens the list of what was hidden and why, where one block, one kind or everything can be shown again. */
export function openPanel({ cleaning, shown, onRestore, restorePage, signal }: PanelOptions): void {
  const { root, remove } = surface("hidden");
  const gone = new AbortController();
  const list = element("div", { class: "kinds" });
  const restore = (which: HiddenBlock | Kind, blocks: HiddenBlock[]) => {
    cleaning.restore(which);
    for (const block of blocks) shown.add(block);
    draw();
    onRestore();
  };
  const draw = () => {
    const kinds = Object.entries(Object.groupBy(cleaning.removals, ({ kind }) => kind)) as [
      Kind,
      HiddenBlock[],
    ][];
    list.replaceChildren(...kinds.map(([kind, blocks]) => section(kind, blocks, shown, restore)));
    if (kinds.length === 0) list.append(element("p", {}, text("nothingHidden")));
  };
  const end = () => {
    dialog.close();
  };
  const dialog = element(
    "dialog",
    { class: "panel", "aria-labelledby": "heading" },
    element(
      "div",
      { class: "head" },
      element("h1", { id: "heading" }, text("whatWasHidden")),
      button(
        text("restorePage"),
        () => {
          end();
          restorePage();
        },
        { "data-action": "restore-page" },
      ),
      button("×", end, {
        class: "close",
        autofocus: "",
        "data-action": "close",
        "aria-label": text("close"),
      }),
    ),
    list,
  );
  dialog.addEventListener("close", () => {
    gone.abort();
    remove();
  });
  signal.addEventListener("abort", end, { signal: gone.signal });
  draw();
  root.append(dialog);
  dialog.showModal();
}

function section(
  kind: Kind,
  blocks: HiddenBlock[],
  shown: Set<HiddenBlock>,
  restore: (which: HiddenBlock | Kind, blocks: HiddenBlock[]) => void,
): HTMLElement {
  const all = button(
    text("restoreKind"),
    () => {
      restore(kind, blocks);
    },
    { "data-action": "restore-kind", "aria-label": `${text("restoreKind")}: ${text(`kind_${kind}`)}` },
  );
  return element(
    "section",
    { "data-kind": kind },
    element("h2", {}, `${text(`kind_${kind}`)} (${blocks.length})`),
    ...(blocks.filter((block) => !shown.has(block)).length > 1 ? [all] : []),
    element("ul", {}, ...blocks.map((block) => entry(block, shown, restore))),
  );
}

function entry(
  block: HiddenBlock,
  shown: Set<HiddenBlock>,
  restore: (which: HiddenBlock, blocks: HiddenBlock[]) => void,
): HTMLElement {
  const show = button(
    text("restoreOne"),
    () => {
      restore(block, [block]);
    },
    { "data-action": "restore-one" },
  );
  return element(
    "li",
    {},
    element("p", { class: "text", dir: "auto" }, block.text || text("noText")),
    element(
      "p",
      { class: "why" },
      `${block.reason} · `,
      element("span", {}, text("sure", Math.round(block.confidence * 100))),
    ),
    shown.has(block) ? element("span", { class: "shown" }, text("shown")) : show,
  );
}
