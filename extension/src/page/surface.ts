import { text } from "../i18n";
import { element, pageRoot } from "./dom";
import { heedThePerson } from "./heed";
import css from "./surface.css?inline";

/** Marks what is ours. Not to be guessed, so no page can put its blocks under that protection. */
const TOKEN = `data-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;

/** Selects all surfaces: late content is judged with them on the page, and they are no part of it. */
export const OWN_SURFACES = `[${TOKEN}]`;

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
    [TOKEN]: "",
    lang: text("lang"),
    dir: text("dir"),
  });
  const root = host.attachShadow({ mode: "open" });
  const style = element("style");
  // Firefox exempts the text from the page's policy only when it is assigned.
  style.textContent = css;
  root.append(style);
  heedThePerson(root);
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
