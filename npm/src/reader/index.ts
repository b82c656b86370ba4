/**
 * The reader view: above any page by `openReader`, or as `<dehusk-reader>` in an app of one's own by `defineReader`.
 *
 * @module
 */
export { openReader, type Reader, type ReaderOptions } from "./reader.js";
export { defineReader, type ReaderElement } from "./element.js";
export {
  ALIGNMENTS,
  DEFAULTS,
  FONTS,
  settingsFrom,
  STEPS,
  THEMES,
  type Font,
  type ReaderSettings,
  type Theme,
} from "./settings.js";
export type {
  BundledFont,
  CodeRun,
  Colouring,
  FontFile,
  Highlight,
  Memory,
  Picture,
  ReaderMemory,
  ReaderPowers,
} from "./powers.js";
export { ENGLISH, type ReaderStrings } from "./strings.js";
export type { Article } from "../types.js";
