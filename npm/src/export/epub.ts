import type { Article } from "../types.js";
import { bodyTree } from "./body.js";
import { chapter, container, navigation, packageFile, STYLE, type Book } from "./epub-files.js";
import { picturesIn, type Picture, type PictureSource } from "./pictures.js";
import { keepStrict, languageOf } from "./strict.js";
import { branch, branchesOf, textOf, type Branch } from "./tree.js";
import { makeValid } from "./valid.js";
import { zip } from "./zip.js";

/** Picture types every EPUB reader shows (EPUB 3.2, core media types) with their file names. */
const TYPES: Record<string, string> = { "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif" };

export interface EpubOptions {
  /** Gives the pictures. Without it, and for pictures of other types than JPEG, PNG and GIF, a link stands in their place. */
  picture?: PictureSource;
  /** When the book was made. Default: now. */
  modified?: Date;
}

/**
 * An article as an EPUB 3 book of one chapter, with its pictures and a table of contents.
 *
 * @example
 * const bytes = await epubFile(article);
 */
export async function epubFile(
  article: Article,
  options: EpubOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const body = bodyTree(article);
  const given =
    options.picture === undefined ? new Map<string, Picture>() : await picturesIn(body, options.picture);
  const pictures = [...given]
    .filter(([, { type }]) => TYPES[type] !== undefined)
    .map(([url, picture], at) => ({
      ...picture,
      url,
      name: `picture-${at + 1}.${TYPES[picture.type] ?? ""}`,
    }));
  place(body, new Map(pictures.map(({ url, name }) => [url, name])));
  makeValid(body);
  keepStrict(body);
  const book: Book = {
    article,
    body,
    headings: nameHeadings(body),
    pictures,
    lang: languageOf(article.lang) ?? "und",
    modified: `${(options.modified ?? new Date()).toISOString().slice(0, 19)}Z`,
    hasMath: branchesOf(body).some(({ math }) => math),
  };
  const encoder = new TextEncoder();
  const file = (name: string, text: string) => ({ name, bytes: encoder.encode(text) });
  return zip([
    file("mimetype", "application/epub+zip"),
    file("META-INF/container.xml", container),
    file("EPUB/package.opf", packageFile(book)),
    file("EPUB/nav.xhtml", navigation(book)),
    file("EPUB/article.xhtml", chapter(book)),
    file("EPUB/style.css", STYLE),
    ...pictures.map(({ name, bytes }) => ({ name: `EPUB/${name}`, bytes })),
  ]);
}

/** Pictures get their place in the book; those that are not in it become links to where they are. */
function place(body: Branch, names: ReadonlyMap<string, string>): void {
  for (const element of branchesOf(body)) {
    if (element.name !== "img") continue;
    const url = element.attributes.get("src") ?? "";
    const name = names.get(url);
    if (name !== undefined) {
      element.attributes.set("src", name);
      continue;
    }
    const label = element.attributes.get("alt")?.trim();
    element.attributes.clear();
    element.name = "span";
    if (/^https?:/.test(url)) element.children = [branch("a", { href: url }, label || url)];
    else element.children = label ? [label] : [];
  }
}

/** Gives every heading an id and lists them for the table of contents. */
function nameHeadings(body: Branch): Book["headings"] {
  return branchesOf(body)
    .filter((element) => /^h[1-6]$/.test(element.name) && textOf(element).trim() !== "")
    .map((element, at) => {
      const id = element.attributes.get("id") ?? `section-${at + 1}`;
      element.attributes.set("id", id);
      return { id, text: textOf(element).replace(/\s+/g, " ").trim() };
    });
}
