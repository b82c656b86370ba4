import { invoke, nativesOf, property } from "../natives.js";
import type { Scope } from "../capture/rows.js";

/** One rule set, put into every document and shadow tree it is needed in, and taken out again. */
export class Sheets {
  readonly #css: string;
  readonly #covered = new Map<Scope, () => void>();

  constructor(css: string) {
    this.#css = css;
  }

  /** Puts the rules into the tree `node` belongs to, and back if the page has thrown them out. */
  cover(node: Node, document: Document): void {
    const root = nativesOf(document).rootNode(node) as Scope;
    if (this.#covered.has(root)) return;
    this.#covered.set(root, adopt(root, this.#css) ?? append(root, this.#css));
  }

  /** Takes the rules out everywhere. */
  clear(): void {
    for (const remove of this.#covered.values()) remove();
    this.#covered.clear();
  }
}

function ownerOf(root: Scope): Document {
  return (property(root, "ownerDocument") as Document | null | undefined) ?? (root as Document);
}

/** A constructed sheet leaves the DOM as it is and no page policy forbids it. Undefined where the browser does not let us. */
function adopt(root: Scope, css: string): (() => void) | undefined {
  try {
    const view = property(ownerOf(root), "defaultView") as (Window & typeof globalThis) | null;
    if (view === null) return undefined;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    // Firefox lets content scripts assign and ignores it.
    if (!root.adoptedStyleSheets.includes(sheet)) return undefined;
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  } catch {
    return undefined;
  }
}

function append(root: Scope, css: string): () => void {
  const document = ownerOf(root);
  const style = invoke(
    document,
    "createElementNS",
    "http://www.w3.org/1999/xhtml",
    "style",
  ) as HTMLStyleElement;
  style.textContent = css;
  const parent = property(root, "head") ?? property(root, "documentElement") ?? root;
  invoke(parent, "appendChild", style);
  return () => {
    style.remove();
  };
}
