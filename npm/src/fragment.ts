import { MATHML, XHTML } from "./fragment/allowed.js";
import { build } from "./fragment/build.js";

/**
 * Builds nodes from the HTML of an article, without the HTML parser: nothing is ever assigned to `innerHTML`, so pages that demand
 * Trusted Types are no obstacle, and what is not in this package's own list cannot come into being, whoever wrote the string.
 * Elements not in the list are dropped and their text is kept; script, style and the like go with all they hold.
 */
export function fragment(document: Document, html: string): DocumentFragment {
  const root = document.createDocumentFragment();
  build<ParentNode & Node>(root, html, {
    text: (parent, text) => void parent.appendChild(document.createTextNode(text)),
    element: (parent, name, attributes, math) => {
      const element = document.createElementNS(math ? MATHML : XHTML, name);
      for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
      return parent.appendChild(element);
    },
  });
  return root;
}
