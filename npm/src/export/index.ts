/**
 * Articles as files: Markdown, HTML in one file, plain text, EPUB 3. Works without a DOM.
 *
 * @module
 */
export { epubFile, type EpubOptions } from "./epub.js";
export { fileName } from "./facts.js";
export { markdownFile } from "./markdown.js";
export { htmlFile } from "./page.js";
export type { Picture, PictureSource } from "./pictures.js";
export { textFile } from "./text.js";
export type { Article } from "../types.js";
