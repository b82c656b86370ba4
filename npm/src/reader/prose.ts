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
  for (const table of body.querySelectorAll("table")) wrap(document, table, strings.table);
  codeBlocks(kit, body);
  return body;
}

/** The masthead already says it. */
function dropRepeatedTitle(body: HTMLElement, title: string): void {
  const heading = body.querySelector("h1, h2");
  if (heading !== null && plain(heading.textContent) === plain(title)) heading.remove();
}

function wrap(document: Document, table: HTMLTableElement, name: string): void {
  if (table.parentElement?.closest("table")) return;
  const scroller = element(document, "div", {
    class: "sideways",
    tabindex: "0",
    role: "group",
    "aria-label": name,
  });
  table.replaceWith(scroller);
  scroller.append(table);
}
