/** An element's path as the package writes it: `html>body>div:nth-child(3)`. */
export function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const parent: Element | null = at.parentElement;
    const plain = at.localName === "html" || at.localName === "body";
    steps.unshift(
      parent === null || plain
        ? at.localName
        : `${at.localName}:nth-child(${[...parent.children].indexOf(at) + 1})`,
    );
  }
  return steps.join(">");
}

/** The node a path leads to; null where the browser's tree differs from the engine's. */
export function nodeAt(page: Document, path: string): Element | Text | null {
  const loose = /^(.*)>#text\((\d+)\)$/.exec(path);
  const element = find(page, loose?.[1] ?? path);
  if (loose === null || element === null) return element;
  const node = element.childNodes[Number(loose[2]) - 1];
  return node?.nodeType === Node.TEXT_NODE ? (node as Text) : null;
}

function find(page: Document, path: string): Element | null {
  try {
    return page.querySelector(path);
  } catch {
    // A name the page made up and CSS does not know.
    return null;
  }
}
