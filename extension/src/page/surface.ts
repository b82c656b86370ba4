import { browser } from "wxt/browser";
import { element, pageRoot } from "./dom";
import css from "./surface.css?inline";

/** Something of ours on the page: a shadow tree whose styles and keys are its own. */
export interface Surface {
  root: ShadowRoot;
  remove: () => void;
}

/** Events that the page must not take for its own. */
const PRIVATE = ["keydown", "keyup", "keypress", "click"];

/** Puts an empty surface on the page. */
export function surface(kind: string): Surface {
  const host = element("div", {
    "data-dehusk": kind,
    lang: browser.i18n.getUILanguage(),
    dir: browser.i18n.getMessage("@@bidi_dir"),
  });
  const root = host.attachShadow({ mode: "open" });
  const style = element("style");
  // Firefox exempts the text from the page's policy only when it is assigned.
  style.textContent = css;
  root.append(style);
  for (const type of PRIVATE) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
    });
  }
  pageRoot()?.append(host);
  return {
    root,
    remove() {
      host.remove();
    },
  };
}
