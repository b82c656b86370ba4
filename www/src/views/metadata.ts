import type { Article } from "dehusk";
import { element } from "../dom";

/** Fields in the order a person asks for them. */
const FIELDS = {
  title: "Title",
  byline: "Byline",
  published: "Published",
  modified: "Modified",
  site: "Site",
  source: "Source",
  lang: "Language",
  dir: "Direction",
  image: "Lead image",
  url: "Address",
  excerpt: "Excerpt",
} as const;

const SOURCES: Record<Article["provenance"][string], string> = {
  jsonld: "JSON-LD",
  meta: "meta element",
  microdata: "microdata",
  dom: "seen on the page",
  title: "title element",
  url: "address",
};

/** What is known about an article, and where it was found. */
export function metadata(article: Article): HTMLElement {
  const rows = Object.entries(FIELDS).map(([field, name]) => {
    const value = article[field as keyof typeof FIELDS];
    const where = article.provenance[field];
    return row(name, value ?? "not said", value === null || where === undefined ? "" : SOURCES[where]);
  });
  return element(
    "table",
    { class: "metadata" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...["Field", "Value", "Found in"].map((name) => element("th", { scope: "col" }, name)),
      ),
    ),
    element(
      "tbody",
      {},
      ...rows,
      row("Kind", article.kind, `${Math.round(article.confidence * 100)} % sure`),
      row("Length", `${article.words.toLocaleString("en")} words, ${article.minutes} min`, "counted"),
      row("Title hijacked", article.titleHijacked ? "yes: the page’s <title> is not its own" : "no", ""),
    ),
  );
}

function row(name: string, value: string, where: string): HTMLElement {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", { dir: "auto", ...(value === "not said" ? { class: "unsaid" } : {}) }, value),
    element("td", {}, where),
  );
}
