import { allowedAttribute, elementKind } from "./allowed.js";
import { tokens } from "./tokens.js";

/** Makes what the HTML of an article holds: nodes of a document, or the branches of a tree without one. */
export interface Maker<Element> {
  /** Appends a text. */
  text(parent: Element, text: string): void;
  /** Appends an element, whose attributes are all of the list. */
  element(parent: Element, name: string, attributes: [name: string, value: string][], math: boolean): Element;
}

/** Nesting that is built; deeper elements become siblings, as browsers' parsers do it. */
const DEEPEST = 512;

/**
 * Builds an article's HTML below `root`, through this package's own list. Elements not in it are dropped and their text is kept;
 * script, style and the like go with all they hold.
 */
export function build<Element>(root: Element, html: string, maker: Maker<Element>): void {
  const open: { name: string; node: Element; math: boolean }[] = [{ name: "", node: root, math: false }];
  // Name of the dropped element whose whole content is being skipped.
  let skipped: string | undefined;
  for (const token of tokens(html)) {
    const top = open.at(-1) as (typeof open)[number];
    if (skipped !== undefined) {
      if (typeof token !== "string" && token.closes && token.name === skipped) skipped = undefined;
    } else if (typeof token === "string") {
      maker.text(top.node, token);
    } else if (token.closes) {
      // An end tag closes up to its start tag; without one it says nothing.
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at > 0) open.length = at;
    } else {
      const kind = elementKind(token.name, top.math);
      if (kind === "raw") skipped = token.name;
      if (kind === "raw" || kind === "unknown") continue;
      const math = kind === "math";
      const attributes = token.attributes.filter(([name, value]) =>
        allowedAttribute(token.name, name, value, math),
      );
      const node = maker.element(top.node, token.name, attributes, math);
      if (kind !== "void" && open.length < DEEPEST) open.push({ name: token.name, node, math });
    }
  }
}
