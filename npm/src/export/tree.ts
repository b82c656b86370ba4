import { build } from "../fragment/build.js";

/** An element of an article's HTML, without any DOM: files are written in Node too. */
export interface Branch {
  name: string;
  attributes: Map<string, string>;
  children: Piece[];
  math: boolean;
}
export type Piece = string | Branch;

export const branch = (
  name: string,
  attributes: Record<string, string> = {},
  ...children: Piece[]
): Branch => ({ name, attributes: new Map(Object.entries(attributes)), children, math: false });

/** Reads an article's HTML into a tree, through the same allowlist as the reader. */
export function treeOf(html: string): Branch {
  const root = branch("body");
  build(root, html, {
    text: (parent, text) => void parent.children.push(text),
    element: (parent, name, attributes, math) => {
      const made: Branch = { name, math, children: [], attributes: new Map(attributes) };
      parent.children.push(made);
      return made;
    },
  });
  return root;
}

/** All elements under one, the deepest last. No recursion: pages may be as deep as they like. */
export function branchesOf(root: Branch): Branch[] {
  const found: Branch[] = [];
  const waiting: Branch[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    found.push(at);
    for (const child of at.children.toReversed()) if (typeof child !== "string") waiting.push(child);
  }
  return found;
}

/** The text of an element. */
export function textOf(root: Branch): string {
  let text = "";
  const waiting: Piece[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at === "string") text += at;
    else waiting.push(...at.children.toReversed());
  }
  return text;
}
