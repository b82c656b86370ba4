import type { Article } from "../types.js";
import { branchesOf, textOf, treeOf, type Branch } from "./tree.js";

/*
 * An article's text without its title, where it begins with it: every file says the title above.
 */

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** The tree of the article's HTML. */
export function bodyTree({ html, title }: Article): Branch {
  const root = treeOf(html);
  const all = branchesOf(root);
  const heading = all.find(({ name }) => name === "h1" || name === "h2");
  if (heading === undefined || plain(textOf(heading)) !== plain(title)) return root;
  const parent = all.find(({ children }) => children.includes(heading));
  if (parent !== undefined) parent.children = parent.children.filter((child) => child !== heading);
  return root;
}

/** The article's Markdown. */
export function bodyMarkdown({ markdown, title }: Article): string {
  return withoutFirstLine(markdown, plain(title), (line) => line.replace(/^#{1,2} /, ""));
}

/** The article's plain text. */
export function bodyText({ text, title }: Article): string {
  return withoutFirstLine(text, plain(title), (line) => line);
}

function withoutFirstLine(body: string, title: string, said: (line: string) => string): string {
  const whole = body.trim();
  const [first = ""] = whole.split("\n", 1);
  return title !== "" && plain(said(first)) === title ? whole.slice(first.length).trim() : whole;
}
