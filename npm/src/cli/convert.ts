import { bodyMarkdown, bodyText } from "../export/body.js";
import { epubFile } from "../export/epub.js";
import type { Picture } from "../export/pictures.js";
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
  epub: ".epub",
};

/** One page as what is to be written, text or a book's bytes; null if there is nothing to read on it. */
export async function convert(html: string, wanted: Wanted): Promise<string | Uint8Array | null> {
  const made = await { article, clean: cleaned, explain }[wanted.mode](html, wanted);
  return typeof made !== "string" || made.endsWith("\n") ? made : `${made}\n`;
}

/** What the core is asked with. */
export function optionsFor({ url, strictness }: Pick<Wanted, "url" | "strictness">): Options {
  return { ...(url === undefined ? {} : { url }), ...(strictness === undefined ? {} : { strictness }) };
}

function article(html: string, wanted: Wanted): string | Promise<Uint8Array> | null {
  const found = extract(html, optionsFor(wanted));
  if (found === null) return null;
  return wanted.format === "epub" ? epubFile(found, { picture }) : written(found, wanted.format);
}

/** The pictures a page carries in itself; others would have to be fetched, and nothing is. */
async function picture(url: string): Promise<Picture | null> {
  if (!url.startsWith("data:")) return null;
  const blob = await (await fetch(url)).blob();
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type };
}

function written(found: Article, format: Exclude<Format, "epub">): string {
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
