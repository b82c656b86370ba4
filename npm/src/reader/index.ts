/**
 * The reader view: above any page by `openReader`, or as `<dehusk-reader>` in an app of one's own by `defineReader`.
 *
 * @module
 */
export { openReader, type Reader, type ReaderOptions } from "./reader.js";
export { defineReader, type ReaderElement } from "./element.js";
export { settingsFrom, type ReaderSettings, type Theme } from "./settings.js";
export { ENGLISH, type ReaderStrings } from "./strings.js";
export type { Article } from "../types.js";
