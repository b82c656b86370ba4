import { engine } from "./builds/live.js";
import type { InitInput } from "./engine/module.js";
import { cleanPage, isPageReadable, readPage } from "./engine/page.js";
import type { Article, Cleaning, Options } from "./types.js";

export type * from "./types.js";
export type { InitInput };
export { DehuskError, type DehuskErrorCode } from "./error.js";

/** Whether a person would want a reader view of the page. */
export function isReadable(document: Document, options?: Options): boolean {
  return isPageReadable(engine, document, options);
}

/** The main content of a live page, which stays as it is. */
export function read(document: Document, options?: Options): Article | null {
  return readPage(engine, document, options);
}

/** Hides spam, ads and clutter on a live page, in place. */
export function cleanDocument(document: Document, options?: Options): Cleaning {
  return cleanPage(engine, document, options);
}

/** The engine's version, as in `package.json`. */
export function version(): string {
  return engine.call((raw) => raw.version());
}
