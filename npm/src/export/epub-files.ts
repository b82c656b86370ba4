import { XHTML } from "../fragment/allowed.js";
import type { Article } from "../types.js";
import { factsOf } from "./facts.js";
import type { Branch } from "./tree.js";
import { escaped, write } from "./write.js";

/** What the files of a book are made from. */
export interface Book {
  article: Article;
  body: Branch;
  headings: { id: string; text: string }[];
  pictures: { name: string; type: string }[];
  /** BCP 47; `und` when no one knows. */
  lang: string;
  /** ISO 8601 in UTC, to the second. */
  modified: string;
  hasMath: boolean;
}

const XML = `<?xml version="1.0" encoding="UTF-8"?>\n`;

export const container = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

export const STYLE = `body{line-height:1.5}h1{line-height:1.2}img{max-width:100%}pre{white-space:pre-wrap}
table{border-collapse:collapse}th,td{padding:.2em .5em;border:1px solid;text-align:start;vertical-align:top}
blockquote{margin-left:1em;padding-left:.8em;border-left:2px solid}figure{margin:1em 0}figcaption,.facts{font-size:.85em}
`;

/** Metadata, manifest and spine (EPUB 3.2, package document). */
export function packageFile({ article, pictures, lang, modified, hasMath }: Book): string {
  const { title, byline, site, url, published, excerpt } = article;
  const optional = (name: string, value: string | null | undefined) =>
    value ? `<dc:${name}>${escaped(value)}</dc:${name}>\n` : "";
  const items = pictures
    .map(({ name, type }) => `<item id="${name.replace(/\..*/, "")}" href="${name}" media-type="${type}"/>\n`)
    .join("");
  return `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escaped(url ?? `urn:dehusk:${modified}`)}</dc:identifier>
<dc:title>${escaped(title.trim() || "–")}</dc:title>
<dc:language>${lang}</dc:language>
${optional("creator", byline)}${optional("publisher", site)}${optional("date", published?.slice(0, 10))}${optional("description", excerpt)}${optional("source", url)}<meta property="dcterms:modified">${modified}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="article" href="article.xhtml" media-type="application/xhtml+xml"${hasMath ? ' properties="mathml"' : ""}/>
<item id="style" href="style.css" media-type="text/css"/>
${items}</manifest>
<spine${article.dir === "rtl" ? ' page-progression-direction="rtl"' : ""}><itemref idref="article"/></spine>
</package>
`;
}

export function navigation(book: Book): string {
  const entries = [
    { href: "article.xhtml", text: book.article.title.trim() || "–" },
    ...book.headings.map(({ id, text }) => ({ href: `article.xhtml#${id}`, text })),
  ];
  const list = entries.map(({ href, text }) => `<li><a href="${href}">${escaped(text)}</a></li>`).join("\n");
  return document(book, `<nav epub:type="toc"><ol>\n${list}\n</ol></nav>`);
}

/** The article itself. */
export function chapter(book: Book): string {
  const { article, body } = book;
  const facts = factsOf(article);
  const line = facts.length > 0 ? `<p class="facts">${facts.map(escaped).join(" · ")}</p>\n` : "";
  const source =
    article.url !== null && URL.canParse(article.url)
      ? `\n<p class="facts"><a href="${escaped(new URL(article.url).href)}">${escaped(article.url)}</a></p>`
      : "";
  return document(
    book,
    `<h1>${escaped(article.title.trim() || "–")}</h1>\n${line}${write(body, true)}${source}`,
  );
}

function document({ article, lang }: Book, content: string): string {
  const dir = article.dir === null ? "" : ` dir="${article.dir}"`;
  return `${XML}<!DOCTYPE html>
<html xmlns="${XHTML}" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}"${dir}>
<head><title>${escaped(article.title.trim() || "–")}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${content}
</body>
</html>
`;
}
