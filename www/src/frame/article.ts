import type { Article } from "dehusk";

/** Elements that carry a block of text of their own. */
const BLOCKS = "p,h1,h2,h3,h4,h5,h6,li,dt,dd,blockquote,pre,td,th,figcaption,div,section,article";

/** Shorter text is found in an article by chance, characters without spaces. */
const LEAST = 8;

const squeezed = (text: string) => text.replaceAll(/\s+/g, "");

/** The innermost blocks of a page whose text is in its article. */
export function articleBlocks(page: Document, article: Article | null): Element[] {
  if (article === null) return [];
  const blocks = [...page.body.querySelectorAll(BLOCKS)];
  // A page too large to draw has none, and an article whose text need not be gone through.
  if (blocks.length === 0) return [];
  const text = squeezed(`${article.title}\n${article.text}`);
  return blocks.filter((element) => {
    if (element.querySelector(BLOCKS) !== null) return false;
    const own = squeezed(element.textContent);
    return own.length >= LEAST && text.includes(own);
  });
}
