import { element } from "./dom";
import type { Reading } from "./engine/protocol";

/** What came of a page, in a line. */
export function summary({ article, cleaned, took }: Reading): Node[] {
  const hidden = cleaned.removals.length;
  const parts = [
    article === null
      ? "No article"
      : `${article.words.toLocaleString("en")} ${article.words === 1 ? "word" : "words"}`,
    `${hidden === 0 ? "nothing" : hidden} ${hidden === 1 ? "block" : hidden === 0 ? "" : "blocks"} hidden`.replace(
      "  ",
      " ",
    ),
    `${took < 10 ? took.toFixed(1) : Math.round(took)} ms`,
  ];
  return [
    ...(cleaned.titleHijacked ? [element("strong", {}, "The page’s title was not its own. ")] : []),
    new Text(`${parts.join(" · ")}.`),
  ];
}
