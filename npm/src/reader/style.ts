import { bar } from "./style/bar.js";
import { frame } from "./style/frame.js";
import { panel } from "./style/panel.js";
import { page } from "./style/page.js";
import { print, prose } from "./style/prose.js";
import { themes } from "./style/themes.js";

const CSS = [frame, themes, bar, panel, page, prose, print].join("");

/** Gives a shadow root the reader's looks. A constructed sheet is beyond the page's style policy; where there is none, a style element. */
export function attachStyle(document: Document, root: ShadowRoot): void {
  try {
    const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length > 0) return;
  } catch {
    // Firefox keeps content scripts from sharing constructed sheets with the page.
  }
  const style = document.createElement("style");
  style.textContent = CSS;
  root.append(style);
}
