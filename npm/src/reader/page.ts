import { directionOf } from "./direction.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";
import { masthead } from "./masthead.js";

/** The column: masthead, text, and the way to the original. */
export function pageColumn({ document, article, strings }: Kit, body: HTMLElement): HTMLElement {
  const isWeb = /^https?:/.test(article.url ?? "");
  const source = isWeb
    ? element(
        document,
        "footer",
        { class: "source" },
        element(document, "a", { href: article.url, lang: strings.lang }, strings.original),
      )
    : null;
  return element(
    document,
    "article",
    {
      class: "page",
      lang: article.lang,
      dir: article.dir ?? directionOf(article.title + article.text),
      "aria-labelledby": "title",
    },
    masthead(document, article, strings),
    body,
    source,
  );
}
