import { nativesOf } from "./natives.js";
import { hostOf } from "./outwards.js";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * Names places in a page as `Removal.path` does: `html>body>div:nth-child(3)>p:nth-child(2)`, loose text as `…>#text(4)`.
 * A step into a shadow tree is `#shadow-root`, one into a frame's document `#document`.
 * Siblings are counted once per parent, so the paths of ten thousand siblings stay linear; use one instance per judgement.
 */
export class Paths {
  readonly #natives;
  readonly #places = new Map<Node, Map<Node, number>>();

  constructor(document: Document) {
    this.#natives = nativesOf(document);
  }

  of(node: Node): string {
    const steps: string[] = [];
    for (let at: Node | null = node; at !== null;) {
      const parent: Node | null = this.#natives.parentNode(at);
      const type = this.#natives.nodeType(at);
      if (type === ELEMENT_NODE || type === TEXT_NODE) {
        steps.push(this.#step(at, type, parent));
        at = parent;
        continue;
      }
      const host = hostOf(at);
      if (host !== null) steps.push(host.step);
      at = host?.node ?? null;
    }
    return steps.reverse().join(">");
  }

  #step(node: Node, type: number, parent: Node | null): string {
    if (type === TEXT_NODE) return `#text(${this.#place(parent, node)})`;
    const name = this.#natives.localName(node as Element).toLowerCase();
    return name === "html" || name === "body" ? name : `${name}:nth-child(${this.#place(parent, node)})`;
  }

  /** Elements are counted among elements, text among all child nodes; both from 1. */
  #place(parent: Node | null, node: Node): number {
    if (parent === null) return 1;
    let places = this.#places.get(parent);
    if (places === undefined) {
      places = new Map();
      let nodes = 0;
      let elements = 0;
      for (let child = this.#natives.firstChild(parent); child; child = this.#natives.nextSibling(child)) {
        nodes += 1;
        const isElement = this.#natives.nodeType(child) === ELEMENT_NODE;
        if (isElement) elements += 1;
        places.set(child, isElement ? elements : nodes);
      }
      this.#places.set(parent, places);
    }
    return places.get(node) ?? 1;
  }
}
