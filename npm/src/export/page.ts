import type { Article } from "../types.js";
import { bodyTree } from "./body.js";
import { factsOf } from "./facts.js";
import { dataUrl, picturesIn, type PictureSource } from "./pictures.js";
import { languageOf } from "./strict.js";
import { branchesOf } from "./tree.js";
import { escaped, write } from "./write.js";

/** Looks of the saved page: readable on every screen and on paper, in the dark too. */
const STYLE = `:root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1.2rem;font:1.1rem/1.6 Charter,Georgia,serif;overflow-wrap:break-word}
h1{font-size:1.8rem;line-height:1.25}img,video{max-width:100%;height:auto}pre,.sideways{overflow-x:auto}pre,code{font-family:ui-monospace,monospace;font-size:.88em}
table{display:block;overflow-x:auto;border-collapse:collapse}th,td{padding:.3em .7em;border:1px solid #8886;text-align:start;vertical-align:top}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid #8886}figure{margin-inline:0}figcaption,.facts{font-size:.88em;opacity:.8}`;

/** An article as one HTML file that needs nothing else. Without `picture` the pictures stay where they are. */
export async function htmlFile(article: Article, picture?: PictureSource): Promise<string> {
  const body = bodyTree(article);
  if (picture !== undefined) {
    const found = await picturesIn(body, picture);
    for (const { name, attributes } of branchesOf(body)) {
      const held = name === "img" ? found.get(attributes.get("src") ?? "") : undefined;
      if (held === undefined) continue;
      attributes.set("src", dataUrl(held));
      attributes.delete("srcset");
    }
  }
  const lang = languageOf(article.lang);
  const title = escaped(article.title);
  const facts = factsOf(article).map(escaped).join(" · ");
  const link =
    article.url === null
      ? ""
      : `<p class="facts"><a href="${escaped(article.url)}">${escaped(article.url)}</a></p>\n`;
  return `<!doctype html>
<html${lang === null ? "" : ` lang="${lang}"`}${article.dir === null ? "" : ` dir="${article.dir}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src * data:; media-src *; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${facts === "" ? "" : `<p class="facts">${facts}</p>\n`}${write(body, false)}
${link}</body>
</html>
`;
}
