import { iconButton } from "./button.js";
import { element, icon } from "./dom.js";
import type { Kit } from "./kit.js";
import type { Menu } from "./menu.js";
import { minutes } from "./time.js";

/** What the toolbar's buttons do beyond the reader. Without a handler there is no button. */
export interface ReaderActions {
  close?: (() => void) | undefined;
  restore?: (() => void) | undefined;
  /** Shows what was hidden on the page beneath. */
  hidden?: (() => void) | undefined;
  /** Opens the options of the surroundings. */
  options?: (() => void) | undefined;
}

/** The bar above the text. */
export function toolbar(
  kit: Kit,
  actions: ReaderActions,
  listen: () => void,
  menus: readonly Menu[],
): HTMLElement {
  const { document, strings, store } = kit;
  const listening = iconButton(document, "listen", strings.listen, "listen", listen);
  store.watch(({ speech }) => {
    listening.setAttribute("aria-pressed", String(speech !== "off"));
  });
  return element(
    document,
    "div",
    { class: "bar", role: "toolbar", "aria-label": strings.reader, lang: strings.lang },
    actions.close ? iconButton(document, "close", strings.close, "close", actions.close) : null,
    hiddenBlocks(kit, actions),
    element(document, "span", { class: "space" }),
    timeLeft(kit),
    listening,
    ...menus.map(({ button }) => button),
    actions.options ? iconButton(document, "options", strings.options, "options", actions.options) : null,
    ...menus.map(({ panel }) => panel),
  );
}

/** How many blocks are hidden on the page beneath, and the ways to them; nothing when there are none. */
function hiddenBlocks({ document, strings, store }: Kit, actions: ReaderActions): HTMLElement {
  const count = actions.hidden
    ? element(document, "button", { type: "button", class: "tool count", "data-action": "hidden" })
    : element(document, "span", { class: "count", role: "status" });
  count.addEventListener("click", () => actions.hidden?.());
  const restore = element(
    document,
    "button",
    { type: "button", class: "tool restore", "data-action": "restore", title: strings.restore },
    icon(document, "restore"),
    element(document, "span", {}, strings.restore),
  );
  restore.addEventListener("click", () => actions.restore?.());
  const box = element(document, "div", { class: "hidden-blocks" }, count, actions.restore ? restore : null);
  store.watch(({ hidden }) => {
    box.hidden = hidden === 0;
    const number = new Intl.NumberFormat(strings.lang).format(hidden);
    count.textContent = strings.hidden.replace("{count}", number);
  });
  return box;
}

/** What is left to read, once a person is on the way. */
function timeLeft({ document, article, strings, store }: Kit): HTMLElement {
  const box = element(document, "span", { class: "left" });
  store.watch(({ progress }) => {
    const left = Math.round(article.minutes * (1 - progress));
    box.textContent = left < 1 ? "" : strings.left.replace("{time}", minutes(left, strings.lang));
  });
  return box;
}
