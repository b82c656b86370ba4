import { MATHML } from "../fragment/allowed.js";
import type { Branch, Piece } from "./tree.js";

const VOID = new Set(["br", "col", "hr", "img", "source", "track", "wbr"]);

// Characters that XML 1.0 has no way to write (production 2, "Char"): controls, noncharacters, halves of surrogate pairs.
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;

/** Text for XML and HTML alike. */
export const escaped = (text: string) =>
  text
    .replace(UNWRITABLE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Writes the children of an element as HTML, or as XHTML that an XML parser takes. */
export function write(root: Branch, xml: boolean): string {
  const parts: string[] = [];
  // Closing tags wait on the same stack as what comes before them.
  const waiting: (Piece | { close: string })[] = root.children.toReversed();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at === "string") parts.push(escaped(at));
    else if ("close" in at) parts.push(`</${at.close}>`);
    else if (VOID.has(at.name) && !at.math) parts.push(`<${at.name}${attributesOf(at)}${xml ? "/" : ""}>`);
    else {
      const space = xml && at.name === "math" ? ` xmlns="${MATHML}"` : "";
      parts.push(`<${at.name}${space}${attributesOf(at)}>`);
      waiting.push({ close: at.name }, ...at.children.toReversed());
    }
  }
  return parts.join("");
}

function attributesOf({ attributes }: Branch): string {
  return [...attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}
