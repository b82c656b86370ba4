import { allowedAttribute, elementKind } from "../fragment/allowed.js";
import { tokens } from "../fragment/tokens.js";

/** An element of an article's HTML, without any DOM: files are written in Node too. */
export interface Branch {
  name: string;
  attributes: Map<string, string>;
  children: Piece[];
  math: boolean;
}
export type Piece = string | Branch;

/** Nesting that is kept, as in the fragment builder. */
const DEEPEST = 512;

export const branch = (
  name: string,
  attributes: Record<string, string> = {},
  ...children: Piece[]
): Branch => ({ name, attributes: new Map(Object.entries(attributes)), children, math: false });

/** Reads an article's HTML into a tree, through the same allowlist as the reader. */
export function treeOf(html: string): Branch {
  const root = branch("body");
  const open = [root];
  let skipped: string | undefined;
  for (const token of tokens(html)) {
    const top = open.at(-1) as Branch;
    if (skipped !== undefined) {
      if (typeof token !== "string" && token.closes && token.name === skipped) skipped = undefined;
    } else if (typeof token === "string") {
      top.children.push(token);
    } else if (token.closes) {
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at > 0) open.length = at;
    } else {
      const kind = elementKind(token.name, top.math);
      if (kind === "raw") skipped = token.name;
      if (kind === "raw" || kind === "unknown") continue;
      const math = kind === "math";
      const made: Branch = {
        name: token.name,
        math,
        children: [],
        attributes: new Map(
          token.attributes.filter(([name, value]) => allowedAttribute(token.name, name, value, math)),
        ),
      };
      top.children.push(made);
      if (kind !== "void" && open.length < DEEPEST) open.push(made);
    }
  }
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
