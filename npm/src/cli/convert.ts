import { bodyMarkdown, bodyText } from "../export/body.js";
import type { Article, Options } from "../types.js";
import { clean, extract } from "../full.js";
import type { Job } from "./arguments.js";
import { explained } from "./explain.js";
import type { Format } from "./options.js";

/** What a page is asked for, without the files. */
export type Wanted = Pick<Job, "url" | "format" | "mode" | "strictness">;

/** Ends of file names by format. */
export const EXTENSIONS: Record<Format, string> = {
  markdown: ".md",
  html: ".html",
  text: ".txt",
  json: ".json",
};

/** One page as the text to write; null if there is nothing to read on it. */
export function convert(html: string, wanted: Wanted): string | null {
  const text = { article, clean: cleaned, explain }[wanted.mode](html, wanted);
  return text === null || text.endsWith("\n") ? text : `${text}\n`;
}

/** What the core is asked with. */
export function optionsFor({ url, strictness }: Pick<Wanted, "url" | "strictness">): Options {
  return { ...(url === undefined ? {} : { url }), ...(strictness === undefined ? {} : { strictness }) };
}

function article(html: string, wanted: Wanted): string | null {
  const found = extract(html, optionsFor(wanted));
  return found === null ? null : written(found, wanted.format);
}

function written(found: Article, format: Format): string {
  if (format === "json") return json(found);
  if (format === "html") return found.html;
  if (format === "text") return `${found.title}\n\n${bodyText(found)}`;
  return `# ${found.title}\n\n${bodyMarkdown(found)}`;
}

function cleaned(html: string, wanted: Wanted): string {
  const page = clean(html, optionsFor(wanted));
  return wanted.format === "json" ? json(page) : page.html;
}

function explain(html: string, wanted: Wanted): string {
  const options = optionsFor(wanted);
  const found = extract(html, options);
  const page = clean(html, options);
  if (wanted.format === "text") return explained(found, page);
  // What the text is, the article says; here is why.
  const told = found && {
    ...found,
    html: undefined,
    text: undefined,
    markdown: undefined,
    removals: undefined,
  };
  return json({
    article: told,
    removals: page.removals,
    title: page.title,
    titleHijacked: page.titleHijacked,
  });
}

const json = (value: unknown) => JSON.stringify(value, null, 2);
