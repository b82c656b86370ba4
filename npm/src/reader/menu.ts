import { element, icon, type Icon } from "./dom.js";
import type { Kit, PanelName } from "./kit.js";

export interface Menu {
  button: HTMLButtonElement;
  panel: HTMLElement;
}

/** A toolbar button and the panel that hangs from it. Which panel is open is part of the state. */
export function menu(
  { document, store }: Kit,
  name: PanelName,
  label: string,
  face: Icon | HTMLElement,
  ...content: (Node | null)[]
): Menu {
  const button = element(
    document,
    "button",
    {
      type: "button",
      class: "tool",
      "data-action": name,
      "aria-label": label,
      "aria-controls": name,
      title: label,
    },
    typeof face === "string" ? icon(document, face) : face,
  );
  const panel = element(
    document,
    "div",
    { class: `panel ${name}`, id: name, role: "group", "aria-label": label },
    ...content,
  );
  button.addEventListener("click", () => {
    store.change({ panel: store.state.panel === name ? null : name });
  });
  store.watch((state, before) => {
    const open = state.panel === name;
    const hadFocus = panel.contains((panel.getRootNode() as ShadowRoot).activeElement);
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    // A panel that goes takes the focus with it; whoever closed it goes on from its button.
    if (!open && before.panel === name && state.panel === null && hadFocus) button.focus();
  });
  return { button, panel };
}
