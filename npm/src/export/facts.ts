import type { Article } from "../types.js";

/** Who, where, when: the line under a title. */
export function factsOf({ byline, site, published, modified }: Article): string[] {
  const date = (published ?? modified)?.slice(0, 10) ?? null;
  return [byline, site, date].filter((fact) => fact !== null).filter((fact) => fact !== "");
}

/** A file name from a title: what file systems refuse is left out. At most 80 characters, so that a suffix fits everywhere. */
export function fileName(article: Article, extension: string): string {
  const name = article.title
    // eslint-disable-next-line no-control-regex
    .replace(/[\\/:*?"<>|\0-\x1f\x7f]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "");
  // A character of two units is not cut in half.
  const short = name.slice(0, 80).replace(/\p{Cs}$/u, "");
  return `${short.trim() || "article"}.${extension}`;
}
