import type { Article, Cleaned, Options } from "../types.js";
import { clean, extract } from "../full.js";
import type { Format, Job } from "./arguments.js";

/** What a page is asked for, without the files. */
export type Wanted = Pick<Job, "url" | "format" | "clean" | "strictness">;

/** Ends of file names by format. */
export const EXTENSIONS: Record<Format, string> = {
  markdown: ".md",
  html: ".html",
  text: ".txt",
  json: ".json",
};

/** One page as the text to write; null if there is nothing to read on it. */
export function convert(html: string, wanted: Wanted): string | null {
  const options: Options = {};
  if (wanted.url !== undefined) options.url = wanted.url;
  if (wanted.strictness !== undefined) options.strictness = wanted.strictness;
  const result = wanted.clean ? clean(html, options) : extract(html, options);
  return result === null ? null : ending(written(result, wanted.format));
}

function written(result: Article | Cleaned, format: Format): string {
  if (format === "json") return JSON.stringify(result, null, 2);
  if (!("markdown" in result) || format === "html") return result.html;
  const { title, markdown, text } = result;
  // Most pages give their title again as the first heading.
  if (format === "text") return text.startsWith(title) ? text : `${title}\n\n${text}`;
  return markdown.replace(/^#+ /, "").startsWith(title) ? markdown : `# ${title}\n\n${markdown}`;
}

const ending = (text: string) => (text.endsWith("\n") ? text : `${text}\n`);
