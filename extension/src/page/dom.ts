const XHTML = "http://www.w3.org/1999/xhtml";

type Child = Node | string;

/** Builds one element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  // By naming an element `createElement` a page shadows its document's method, in every world; a document of our own has no such names.
  const made = new Document().createElementNS(XHTML, name) as HTMLElementTagNameMap[K];
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button with its own words. */
export function button(
  label: string,
  run: () => void,
  attributes: Record<string, string> = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", run);
  return made;
}

/** The root of the page's tree. */
export function pageRoot(): Element | null {
  return Reflect.get(Document.prototype, "documentElement", document);
}
