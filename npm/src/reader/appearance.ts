import { element, icon, type Icon } from "./dom.js";
import { SIZES, THEMES, WIDTHS, type ReaderSettings } from "./settings.js";
import type { ReaderStrings } from "./strings.js";

/** Settings that several parts of the view look at. */
export interface SettingsBox {
  get(): ReaderSettings;
  change(part: Partial<ReaderSettings>): void;
}

export interface Appearance {
  button: HTMLButtonElement;
  panel: HTMLElement;
  readonly dismiss: () => boolean;
}

/** The “Aa” button and the panel it opens: theme, text size, line width. */
export function appearance(document: Document, strings: ReaderStrings, settings: SettingsBox): Appearance {
  const button = element(
    document,
    "button",
    {
      type: "button",
      class: "tool looks",
      "data-action": "appearance",
      "aria-label": strings.appearance,
      "aria-expanded": "false",
      "aria-controls": "appearance",
      title: strings.appearance,
    },
    element(document, "span", { "aria-hidden": "true", class: "aa" }, "Aa"),
  );
  const panel = element(
    document,
    "div",
    { class: "panel", id: "appearance", role: "group", "aria-label": strings.appearance, hidden: "" },
    themes(document, strings, settings),
    stepper(document, settings, "size", SIZES, (value) => `${value} px`, strings.textSize, [
      ["smaller", strings.smaller, "minus"],
      ["larger", strings.larger, "plus"],
    ]),
    stepper(
      document,
      settings,
      "width",
      WIDTHS,
      (_, index) => `${index + 1} / ${WIDTHS.length}`,
      strings.width,
      [
        ["narrower", strings.narrower, "narrow"],
        ["wider", strings.wider, "wide"],
      ],
    ),
  );
  const show = (open: boolean) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    show(panel.hasAttribute("hidden"));
  });
  return {
    button,
    panel,
    dismiss() {
      const wasOpen = !panel.hasAttribute("hidden");
      show(false);
      if (wasOpen) button.focus();
      return wasOpen;
    },
  };
}

function themes(document: Document, strings: ReaderStrings, settings: SettingsBox): HTMLElement {
  const names = {
    auto: strings.themeAuto,
    light: strings.themeLight,
    sepia: strings.themeSepia,
    dark: strings.themeDark,
  };
  const buttons = THEMES.map((theme) => {
    const button = element(
      document,
      "button",
      { type: "button", class: "swatch", "data-action": `theme-${theme}` },
      element(document, "span", { class: `disc ${theme}`, "aria-hidden": "true" }),
      names[theme],
    );
    button.addEventListener("click", () => {
      settings.change({ theme });
      mark();
    });
    return { theme, button };
  });
  const mark = () => {
    for (const { theme, button } of buttons) {
      button.setAttribute("aria-pressed", String(settings.get().theme === theme));
    }
  };
  mark();
  return element(
    document,
    "div",
    { class: "themes", role: "group", "aria-label": strings.theme },
    ...buttons.map(({ button }) => button),
  );
}

type Step = [action: string, name: string, drawing: Icon];

function stepper(
  document: Document,
  settings: SettingsBox,
  key: "size" | "width",
  values: readonly number[],
  format: (value: number, index: number) => string,
  name: string,
  steps: [Step, Step],
): HTMLElement {
  const value = element(document, "output", { class: "value" });
  const [less, more] = steps.map(([action, label, drawing], at) => {
    const button = element(
      document,
      "button",
      { type: "button", class: "tool", "data-action": action, "aria-label": label, title: label },
      icon(document, drawing),
    );
    button.addEventListener("click", () => {
      const next = settings.get()[key] + (at === 0 ? -1 : 1);
      if (values[next] !== undefined) settings.change({ [key]: next });
      mark();
    });
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement];
  const mark = () => {
    const index = settings.get()[key];
    value.textContent = format(values[index] as number, index);
    // Not `disabled`: a button that loses its focus under the finger loses the person's place.
    less.setAttribute("aria-disabled", String(index === 0));
    more.setAttribute("aria-disabled", String(index === values.length - 1));
  };
  mark();
  return element(
    document,
    "div",
    { class: "stepper", role: "group", "aria-label": name },
    element(document, "span", { class: "name" }, name),
    less,
    value,
    more,
  );
}
