/**
 * The DOM's own getters and methods, taken from prototypes. A page can shadow properties of its nodes
 * (`<form><input name="parentNode"></form>`); what is read through these is what the browser knows.
 */
export interface Natives {
  nodeType(node: Node): number;
  firstChild(node: Node): ChildNode | null;
  nextSibling(node: Node): ChildNode | null;
  parentNode(node: Node): ParentNode | null;
  isConnected(node: Node): boolean;
  ownerDocument(node: Node): Document | null;
  textContent(node: Node): string | null;
  setTextContent(node: Node, text: string): void;
  rootNode(node: Node): Node;
  localName(element: Element): string;
  attributeNames(element: Element): string[];
  attribute(element: Element, name: string): string | null;
  setAttribute(element: Element, name: string, value: string): void;
  removeAttribute(element: Element, name: string): void;
  /** Undefined where the DOM does no layout. */
  visible: ((element: Element, options: CheckVisibilityOptions) => boolean) | undefined;
  rect(element: Element): DOMRect;
  shadowRoot: ((element: Element) => ShadowRoot | null) | undefined;
  data(text: Text): string;
  setData(text: Text, data: string): void;
}

function descriptor(sample: object, name: string): PropertyDescriptor | undefined {
  // Own properties are skipped on purpose: named access and expandos live there.
  for (
    let prototype = Object.getPrototypeOf(sample) as object | null;
    prototype !== null;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `f.call(object, …)` as `g(object, …)`. What it takes and gives is said where it is put: in `Natives`. */
function uncurry(f: unknown): never {
  return Function.prototype.call.bind(f as () => void) as never;
}

const getter = (sample: object, name: string) => uncurry(accessors(sample, name).get);
const setter = (sample: object, name: string) => uncurry(accessors(sample, name).set);
const method = (sample: object, name: string) => uncurry(descriptor(sample, name)?.value);

function accessors(sample: object, name: string): { get?: unknown; set?: unknown } {
  return descriptor(sample, name) ?? {};
}

function collect(document: Document): Natives {
  const create: (document: Document, namespace: string, name: string) => Element = method(
    document,
    "createElementNS",
  );
  const write: (document: Document, data: string) => Text = method(document, "createTextNode");
  const element = create(document, "http://www.w3.org/1999/xhtml", "div");
  const text = write(document, "");
  const has = (name: string) => descriptor(element, name) !== undefined;
  return {
    nodeType: getter(element, "nodeType"),
    firstChild: getter(element, "firstChild"),
    nextSibling: getter(element, "nextSibling"),
    parentNode: getter(element, "parentNode"),
    isConnected: getter(element, "isConnected"),
    ownerDocument: getter(element, "ownerDocument"),
    textContent: getter(element, "textContent"),
    setTextContent: setter(element, "textContent"),
    rootNode: method(element, "getRootNode"),
    localName: getter(element, "localName"),
    attributeNames: method(element, "getAttributeNames"),
    attribute: method(element, "getAttribute"),
    setAttribute: method(element, "setAttribute"),
    removeAttribute: method(element, "removeAttribute"),
    visible: has("checkVisibility") ? method(element, "checkVisibility") : undefined,
    rect: method(element, "getBoundingClientRect"),
    shadowRoot: has("shadowRoot") ? getter(element, "shadowRoot") : undefined,
    data: getter(text, "data"),
    setData: setter(text, "data"),
  };
}

// One entry per realm: documents of a frame share their prototypes.
const realms = new WeakMap<object, Natives>();

/** The natives of the realm `document` belongs to. */
export function nativesOf(document: Document): Natives {
  const realm = Object.getPrototypeOf(document) as object;
  let natives = realms.get(realm);
  if (natives === undefined) {
    natives = collect(document);
    realms.set(realm, natives);
  }
  return natives;
}

/** A rarely needed property of a node, read through its prototypes; undefined if it has none or reading throws. */
export function property(node: object, name: string): unknown {
  try {
    return descriptor(node, name)?.get?.call(node) as unknown;
  } catch {
    return undefined;
  }
}

/** Calls a rarely needed method of a node's prototypes; undefined if it has none or the call throws. */
export function invoke(node: object, name: string, ...args: unknown[]): unknown {
  try {
    const f: unknown = descriptor(node, name)?.value;
    return typeof f === "function" ? (f.apply(node, args) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
