import type { Article } from "../types.js";
import { bodyText } from "./body.js";
import { factsOf } from "./facts.js";

/** An article as plain text, the title above it. */
export function textFile(article: Article): string {
  const facts = factsOf(article).join(" · ");
  const parts = [article.title, facts, article.url ?? "", bodyText(article)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
