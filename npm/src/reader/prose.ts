import { fragment } from "../fragment.js";
import { codeBlocks } from "./code.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";

const plain = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

/** The article's body, built from its HTML and made fit for the reader. */
export function prose(kit: Kit): HTMLElement {
  const { document, article, strings } = kit;
  const body = element(document, "div", { class: "prose" }, fragment(document, article.html));
  dropRepeatedTitle(body, article.title);
  for (const image of body.querySelectorAll("img")) {
    image.loading = "lazy";
    image.decoding = "async";
  }
  for (const table of body.querySelectorAll("table")) {
    if (!table.parentElement?.closest("table")) wrap(document, table, strings.table);
  }
  for (const formula of body.querySelectorAll('math[display="block"]'))
    wrap(document, formula, formula.getAttribute("alttext") ?? strings.formula);
  codeBlocks(kit, body);
  return body;
}

/** The masthead already says it. */
function dropRepeatedTitle(body: HTMLElement, title: string): void {
  const heading = body.querySelector("h1, h2");
  if (heading !== null && plain(heading.textContent) === plain(title)) heading.remove();
}

/** Puts what may be too wide into a box of its own that scrolls sideways. */
function wrap(document: Document, wide: Element, name: string): void {
  const scroller = element(document, "div", {
    class: "sideways",
    tabindex: "0",
    role: "group",
    "aria-label": name,
  });
  wide.replaceWith(scroller);
  scroller.append(wide);
}
