import type { InitInput } from "./engine/module.js";
import { htmlFrom, optionsFrom } from "./arguments.js";
import { engine } from "./builds/full.js";
import { cleanPage, isPageReadable, readPage } from "./engine/page.js";
import type { Article, Cleaned, Cleaning, Options } from "./types.js";

export type * from "./types.js";
export type { InitInput };
export { decode } from "./decode.js";
export { DehuskError, type DehuskErrorCode } from "./error.js";

/**
 * The main content of a page; null if there is nothing to read (an empty shell, a login form, an error page).
 * Odd HTML is no error.
 *
 * @throws {DehuskError}
 */
export function extract(html: string, options?: Options): Article | null {
  const [page, chosen] = [htmlFrom(html), optionsFrom(options)];
  return engine.call((raw) => raw.extract(page, chosen));
}

/**
 * The whole page without spam, ads and clutter.
 *
 * @throws {DehuskError}
 */
export function clean(html: string, options?: Options): Cleaned {
  const [page, chosen] = [htmlFrom(html), optionsFrom(options)];
  return engine.call((raw) => raw.clean(page, chosen));
}

/**
 * Whether a person would want a reader view of the page: no for listings, grids, home and search pages.
 *
 * @throws {DehuskError}
 */
export function isReadable(page: string | Document, options?: Options): boolean {
  if (typeof page === "object") return isPageReadable(engine, page, options);
  const [html, chosen] = [htmlFrom(page), optionsFrom(options)];
  return engine.call((raw) => raw.isReadable(html, chosen));
}

/**
 * The main content of a live page, which stays as it is. Sees open shadow roots, same-origin frames and what is laid out.
 *
 * @throws {DehuskError}
 */
export function read(document: Document, options?: Options): Article | null {
  return readPage(engine, document, options);
}

/**
 * Hides spam, ads and clutter on a live page, in place.
 *
 * @example
 * const cleaning = cleanDocument(document);
 * cleaning.restore("ad"); // show the ads again
 * cleaning.restore(); // the page as it was
 *
 * @throws {DehuskError}
 */
export function cleanDocument(document: Document, options?: Options): Cleaning {
  return cleanPage(engine, document, options);
}

/** The engine's version, as in `package.json`. */
export function version(): string {
  return engine.call((raw) => raw.version());
}
