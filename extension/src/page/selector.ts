/** Names that machines make up anew at every visit: hashes and counters. */
const MADE_UP = /\d{3}|[a-f\d]{8}|(?=\w*\d)(?=\w*[A-Z])(?=\w*[a-z])\w{6}|^(?:css|sc|jsx)-/;

const isStable = (name: string) => name.length > 1 && !MADE_UP.test(name);

/** A selector that finds an element on this and, as far as one can tell, on later visits. */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const own = stepOf(at);
    steps.unshift(own);
    // As short as it can be while it means this one alone: what stands around may change.
    const selector = steps.join(" > ");
    if (own.startsWith("#") || matches(at, selector) === 1) return selector;
  }
  return steps.join(" > ");
}

function matches(element: Element, selector: string): number {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.querySelectorAll(selector).length;
}

function stepOf(element: Element): string {
  if (element.id !== "" && isStable(element.id)) return `#${CSS.escape(element.id)}`;
  const tag = CSS.escape(element.localName);
  const classes = [...element.classList].filter(isStable).slice(0, 3);
  if (classes.length > 0) return tag + classes.map((name) => `.${CSS.escape(name)}`).join("");
  const siblings = [...(element.parentElement?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  );
  return siblings.length < 2 ? tag : `${tag}:nth-of-type(${siblings.indexOf(element) + 1})`;
}
