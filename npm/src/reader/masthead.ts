import type { Article } from "../types.js";
import { element } from "./dom.js";
import type { ReaderStrings } from "./strings.js";

/** Site, title, author, date and reading time. */
export function masthead(document: Document, article: Article, strings: ReaderStrings): HTMLElement {
  const date = article.published ?? article.modified;
  const facts = [
    article.byline === null ? null : element(document, "span", { class: "byline" }, article.byline),
    date === null ? null : element(document, "time", { datetime: date }, longDate(date, article.lang)),
    element(document, "span", {}, readingTime(article.minutes, article.lang ?? strings.lang)),
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

/** The day an ISO 8601 date names, in the article's language. The day is the page's own, whatever the reader's time zone. */
export function longDate(iso: string, lang: string | null): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(locales(lang), { dateStyle: "long", timeZone: "UTC" }).format(day);
}

function readingTime(minutes: number, lang: string): string {
  const unit = { style: "unit", unit: "minute", unitDisplay: "long" } as const;
  return new Intl.NumberFormat(locales(lang), unit).format(Math.max(1, Math.round(minutes)));
}

/** A page may declare a language no one knows; then the reader's own serves. */
function locales(lang: string | null): string[] {
  try {
    return lang === null ? [] : Intl.DateTimeFormat.supportedLocalesOf(lang);
  } catch {
    return [];
  }
}
