import type { Article } from "../types.js";
import { bodyMarkdown } from "./body.js";
import { factsOf } from "./facts.js";

/** An article as a Markdown file: title, facts, text; on request with YAML front matter in place of the facts. */
export function markdownFile(article: Article, { frontMatter = false } = {}): string {
  const title = article.title.replace(/\s+/g, " ").trim();
  const heading = title === "" ? [] : [`# ${title}`];
  const facts = factsOf(article);
  const source = article.url === null ? [] : [`<${article.url}>`];
  const head = frontMatter
    ? heading
    : [...heading, ...(facts.length > 0 ? [facts.join(" · ")] : []), ...source];
  return `${frontMatter ? yaml(article) : ""}${[...head, bodyMarkdown(article)].join("\n\n")}\n`;
}

/** The article's facts as YAML. JSON strings are YAML strings (YAML 1.2, 1.3), so nothing in a title can break out. */
function yaml({ title, byline, site, url, published, modified, lang, excerpt, words }: Article): string {
  const fields = { title, author: byline, site, url, published, modified, lang, description: excerpt, words };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${typeof value === "number" ? value : JSON.stringify(value)}`],
  );
  return `---\n${lines.join("\n")}\n---\n\n`;
}
