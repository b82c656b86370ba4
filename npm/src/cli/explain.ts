import type { Article, Cleaned } from "../types.js";

/** Fields whose source is told, with the words a person reads. */
const FIELDS = {
  title: "Title",
  byline: "Byline",
  published: "Published",
  modified: "Modified",
  site: "Site",
  source: "Source",
  lang: "Language",
  image: "Image",
  url: "Address",
} as const;

/** What was found on a page and what was hidden, and why: as text for a person. */
export function explained(article: Article | null, { removals, titleHijacked }: Cleaned): string {
  const lines = article === null ? ["Nothing to read on this page."] : found(article);
  if (titleHijacked) lines.push("The page’s <title> is not its own.");
  lines.push("", removals.length === 0 ? "Nothing was hidden." : `Hidden: ${removals.length}`);
  for (const { kind, reason, confidence, text, path } of removals) {
    lines.push(
      "",
      `${kind}, ${percent(confidence)} sure: ${reason}`,
      `  ${path}`,
      ...(text === "" ? [] : [`  “${text}”`]),
    );
  }
  return `${lines.join("\n")}\n`;
}

function found(article: Article): string[] {
  const fields = Object.entries(FIELDS).flatMap(([field, name]) => {
    const value = article[field as keyof typeof FIELDS];
    const where = article.provenance[field];
    if (value === null) return [];
    return [`${`${name}:`.padEnd(12)}${value}${where === undefined ? "" : `  (${where})`}`];
  });
  return [
    ...fields,
    `${"Kind:".padEnd(12)}${article.kind}, ${percent(article.confidence)} sure`,
    `${"Length:".padEnd(12)}${article.words} words, ${article.minutes} min`,
  ];
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
