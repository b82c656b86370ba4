import { element, icon, type Icon } from "./dom.js";
import { appearance, type SettingsBox } from "./appearance.js";
import type { ReaderStrings } from "./strings.js";

/** What the toolbar's buttons do. Without a handler there is no button. */
export interface ToolbarActions {
  close?: (() => void) | undefined;
  restore?: (() => void) | undefined;
}

export interface Toolbar {
  element: HTMLElement;
  /** Says how many blocks are hidden on the page beneath; with none there is nothing to restore. */
  readonly setHidden: (count: number) => void;
  /** Closes the appearance panel; tells whether it was open. */
  readonly dismiss: () => boolean;
}

/** A button that shows an icon and has a name. */
export function iconButton(
  document: Document,
  action: string,
  name: string,
  drawing: Icon,
  run: () => void,
): HTMLButtonElement {
  const button = element(
    document,
    "button",
    { type: "button", class: "tool", "data-action": action, "aria-label": name, title: name },
    icon(document, drawing),
  );
  button.addEventListener("click", run);
  return button;
}

export function toolbar(
  document: Document,
  strings: ReaderStrings,
  settings: SettingsBox,
  actions: ToolbarActions,
): Toolbar {
  const looks = appearance(document, strings, settings);
  const count = element(document, "span", { class: "count", role: "status" });
  const restore = element(
    document,
    "button",
    { type: "button", class: "tool restore", "data-action": "restore" },
    icon(document, "restore"),
    element(document, "span", {}, strings.restore),
  );
  restore.addEventListener("click", () => actions.restore?.());
  const hidden = element(
    document,
    "div",
    { class: "hidden-blocks" },
    count,
    actions.restore ? restore : null,
  );
  const bar = element(
    document,
    "div",
    { class: "bar", role: "toolbar", "aria-label": strings.reader, lang: strings.lang },
    actions.close ? iconButton(document, "close", strings.close, "close", actions.close) : null,
    hidden,
    looks.button,
    looks.panel,
  );
  return {
    element: bar,
    setHidden(blocks) {
      hidden.hidden = blocks === 0;
      const number = new Intl.NumberFormat(strings.lang).format(blocks);
      count.textContent = strings.hidden.replace("{count}", number);
    },
    dismiss: looks.dismiss,
  };
}
