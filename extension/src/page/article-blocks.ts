import type { Article } from "dehusk/edge";

/** Elements whose text is one line of an article's plain text. */
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, pre, blockquote, td, th, dt, dd, figcaption, div, span";

/** Shorter lines stand in menus too. Characters. */
const SHORTEST = 12;

const plain = (text: string) => text.replace(/\s+/g, "");

/** Where the article stands on the page: the innermost elements that say one of its lines, in document order. */
export function articleBlocks(article: Article | null): Element[] {
  if (article === null) return [];
  const lines = new Set(
    [article.title, ...article.text.split("\n")].map(plain).filter((line) => line.length >= SHORTEST),
  );
  const longest = Math.max(0, ...[...lines].map((line) => line.length));
  const found: Element[] = [];
  for (const candidate of document.querySelectorAll(BLOCKS)) {
    const raw = candidate.textContent;
    // Most elements hold far more or far less than a line; white space is at most about as long again.
    if (raw.length < SHORTEST || raw.length > 4 * longest + 200) continue;
    if (!lines.has(plain(raw).replace(/^[-•]/, ""))) continue;
    if (found.at(-1)?.contains(candidate) === true) found.pop();
    found.push(candidate);
  }
  return found;
}
