import { tokens, type Tag } from "./fragment/tokens.js";
import { allowedAttribute, elementKind, MATHML, XHTML } from "./fragment/allowed.js";

/**
 * Builds nodes from the HTML of an article, without the HTML parser: nothing is ever assigned to `innerHTML`, so pages that demand
 * Trusted Types are no obstacle, and what is not in this package's own list cannot come into being, whoever wrote the string.
 * Elements not in the list are dropped and their text is kept; script, style and the like go with all they hold.
 */
export function fragment(document: Document, html: string): DocumentFragment {
  const root = document.createDocumentFragment();
  const open: { name: string; node: ParentNode & Node; math: boolean }[] = [
    { name: "", node: root, math: false },
  ];
  // Name of the dropped element whose whole content is being skipped.
  let skipped: string | undefined;
  for (const token of tokens(html)) {
    const top = open.at(-1) as (typeof open)[number];
    if (skipped !== undefined) {
      if (typeof token !== "string" && token.closes && token.name === skipped) skipped = undefined;
    } else if (typeof token === "string") {
      top.node.appendChild(document.createTextNode(token));
    } else if (token.closes) {
      // An end tag closes up to its start tag; without one it says nothing.
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at > 0) open.length = at;
    } else {
      const kind = elementKind(token.name, top.math);
      if (kind === "raw") skipped = token.name;
      if (kind === "raw" || kind === "unknown") continue;
      const math = kind === "math";
      const element = build(document, token, math);
      top.node.appendChild(element);
      if (kind !== "void" && open.length < DEEPEST) open.push({ name: token.name, node: element, math });
    }
  }
  return root;
}

/** Nesting that is built; deeper elements become siblings, as browsers' parsers do it. */
const DEEPEST = 512;

function build(document: Document, tag: Tag, math: boolean): Element {
  const element = document.createElementNS(math ? MATHML : XHTML, tag.name);
  for (const [name, value] of tag.attributes) {
    if (allowedAttribute(tag.name, name, value, math)) element.setAttribute(name, value);
  }
  return element;
}
