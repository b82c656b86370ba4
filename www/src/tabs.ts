import { element } from "./dom";

export interface Tabs {
  /** Shows the chosen tab again, after its content has changed. */
  refresh: () => void;
  /** Chooses a tab by its name; an unknown one changes nothing. */
  choose: (name: string | undefined) => void;
  readonly chosen: string;
}

/** Fills a tablist: a click or the arrow keys choose a tab and call its `show`. */
export function tabs(list: HTMLElement, panel: string, views: Record<string, () => void>): Tabs {
  const names = Object.keys(views);
  const buttons = names.map((name) =>
    element("button", { type: "button", role: "tab", "aria-controls": panel }, name),
  );
  let chosen = 0;
  const mark = () => {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute("aria-selected", String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
    }
  };
  const choose = (at: number) => {
    chosen = (at + buttons.length) % buttons.length;
    mark();
    Object.values(views)[chosen]?.();
  };
  for (const [index, button] of buttons.entries()) {
    button.addEventListener("click", () => {
      choose(index);
    });
  }
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    choose(chosen + step);
    buttons[chosen]?.focus();
  });
  list.append(...buttons);
  mark();
  return {
    refresh: () => {
      choose(chosen);
    },
    choose(name) {
      const at = names.indexOf(name ?? "");
      if (at >= 0) choose(at);
    },
    get chosen() {
      return names[chosen] ?? "";
    },
  };
}
