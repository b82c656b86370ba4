import type { PictureSource } from "../export/pictures.js";

export type { Picture } from "../export/pictures.js";

/** Fonts that the reader names but an operating system does not bring. */
export type BundledFont = "legible" | "dyslexic";

/** One file of a font. */
export interface FontFile {
  /** As in `@font-face`: `"400"`, `"700"`. */
  weight: string;
  bytes: ArrayBuffer;
}

/** A stretch of the text, in UTF-16 units from the start of the article's body. */
export interface Highlight {
  start: number;
  end: number;
  /** What was highlighted, to find it again when the text has changed. */
  text: string;
}

/** What is remembered of one article. Plain data. */
export interface Memory {
  /** The paragraph at the top of the screen, and as a fraction how much of it is above; 0 at the start. */
  place: number;
  highlights: Highlight[];
}

/** Keeps what is remembered of one article. */
export interface ReaderMemory {
  load: () => Promise<Memory | null>;
  /** A promise that is rejected makes the reader say that a highlight could not be kept. */
  save: (memory: Memory) => unknown;
  /** Tells, until `signal` is aborted, of what others than this reader have saved: the same article may be open twice. */
  watch?: (onChange: (memory: Memory) => void, signal: AbortSignal) => void;
}

/** A run of code of one colour; `scope` is a highlight.js scope (`keyword`, `string`, …) or null. */
export interface CodeRun {
  text: string;
  scope: string | null;
}

/** Splits code into coloured runs; null when the language is not known. */
export type Colouring = (code: string, language: string | null) => CodeRun[] | null;

/**
 * What the surroundings lend to the reader. Everything is optional: without a power the reader does without what needs it.
 */
export interface ReaderPowers {
  /** Keeps place and highlights of this article. */
  memory?: ReaderMemory;
  /** Gives the files of a font when it is chosen. Without it only installed fonts are offered. */
  font?: (font: BundledFont) => Promise<FontFile[]>;
  /** Called once, and only for an article with code in it. */
  colouring?: () => Promise<Colouring>;
  /** Gives a picture's bytes for saving; null if it is out of reach. Default: a fetch under the page's own rights. */
  picture?: PictureSource;
}
