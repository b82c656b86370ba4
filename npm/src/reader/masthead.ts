import type { Article } from "../types.js";
import { element } from "./dom.js";
import type { ReaderStrings } from "./strings.js";
import { longDate, minutes } from "./time.js";

/** Site, title, author, date and reading time. */
export function masthead(document: Document, article: Article, strings: ReaderStrings): HTMLElement {
  const date = article.published ?? article.modified;
  const facts = [
    article.byline === null ? null : element(document, "span", { class: "byline" }, article.byline),
    date === null ? null : element(document, "time", { datetime: date }, longDate(date, article.lang)),
    element(document, "span", {}, minutes(article.minutes, article.lang ?? strings.lang)),
  ].filter((fact) => fact !== null);
  const name = siteName(article);
  return element(
    document,
    "header",
    { class: "masthead" },
    name === null ? null : element(document, "p", { class: "site" }, name),
    element(document, "h1", { id: "title" }, article.title),
    element(document, "p", { class: "facts" }, ...facts),
  );
}

function siteName(article: Article): string | null {
  if (article.site !== null) return article.site;
  if (article.url === null || !URL.canParse(article.url)) return null;
  return new URL(article.url).hostname.replace(/^www\./, "") || null;
}
