/** The text of an element as one string, and the way from places in it to places in the tree. */
export class TextMap {
  readonly text: string;
  readonly #nodes: Text[] = [];
  /** Where each text node starts, UTF-16 units. */
  readonly #starts: number[] = [];

  constructor(root: Node) {
    const walker = (root.ownerDocument as Document).createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
    let text = "";
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      this.#nodes.push(node as Text);
      this.#starts.push(text.length);
      text += (node as Text).data;
    }
    this.text = text;
  }

  /** The place of a boundary point; undefined if it lies elsewhere. */
  offsetOf(node: Node, offset: number): number | undefined {
    const at = this.#nodes.indexOf(node as Text);
    if (at >= 0) return (this.#starts[at] as number) + offset;
    // A point between elements: that of the first text after it.
    const next = node.childNodes[offset] ?? null;
    const after = this.#nodes.findIndex((text) =>
      next === null
        ? (node.compareDocumentPosition(text) & 20) === 4 /* follows, and is no descendant */
        : next.contains(text) || (next.compareDocumentPosition(text) & 4) !== 0,
    );
    if (after >= 0) return this.#starts[after];
    return this.#nodes.length === 0 ? undefined : this.text.length;
  }

  /** The pieces of text nodes between two places. */
  pieces(start: number, end: number): { node: Text; from: number; to: number }[] {
    const found = [];
    for (let at = this.#nodeAt(start); at < this.#nodes.length; at += 1) {
      const begin = this.#starts[at] as number;
      if (begin >= end) break;
      const node = this.#nodes[at] as Text;
      const from = Math.max(0, start - begin);
      const to = Math.min(node.data.length, end - begin);
      if (to > from) found.push({ node, from, to });
    }
    return found;
  }

  /** The range between two places; null where there is no text. */
  range(start: number, end: number): Range | null {
    const pieces = this.pieces(start, end);
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) return null;
    const range = first.node.ownerDocument.createRange();
    range.setStart(first.node, first.from);
    range.setEnd(last.node, last.to);
    return range;
  }

  /** Index of the node that holds a place, by bisection. */
  #nodeAt(place: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}
