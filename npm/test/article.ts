import type { Article } from "../src/types.js";

/** An article with nothing but what the caller names. */
export function articleOf(parts: Partial<Article> = {}): Article {
  return {
    kind: "article",
    title: "A title",
    byline: null,
    published: null,
    modified: null,
    site: null,
    source: null,
    lang: null,
    dir: null,
    excerpt: null,
    image: null,
    url: null,
    html: "<p>text</p>",
    text: "text",
    markdown: "text\n",
    words: 1,
    minutes: 1,
    confidence: 1,
    provenance: {},
    titleHijacked: false,
    removals: [],
    ...parts,
  };
}
