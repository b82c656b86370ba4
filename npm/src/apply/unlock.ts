import { invoke, nativesOf, property } from "../natives.js";
import { Sheets } from "./sheets.js";

/** Undoes what an overlay did to the page behind it: locked scrolling, and content taken from keyboard and screen reader. */
export class Unlock {
  readonly #document: Document;
  readonly #token: string;
  readonly #sheets: Sheets;
  readonly #marked: Element[] = [];
  readonly #taken: { element: Element; attributes: [name: string, value: string][] }[] = [];

  constructor(document: Document, token: string) {
    this.#document = document;
    this.#token = token;
    this.#sheets = new Sheets(
      `[${token}]{overflow:visible!important;position:static!important;touch-action:auto!important}`,
    );
  }

  /** Frees the page. Doing it twice changes nothing. */
  release(): void {
    const natives = nativesOf(this.#document);
    for (const element of lockedRoots(this.#document)) {
      keepPlace(this.#document, element);
      natives.setAttribute(element, this.#token, "");
      this.#marked.push(element);
      this.#sheets.cover(element, this.#document);
    }
    for (const [name, selector] of [
      ["inert", "[inert]"],
      ["aria-hidden", "[aria-hidden=true]"],
    ] as const) {
      const all = (invoke(this.#document, "querySelectorAll", selector) ?? []) as Iterable<Element>;
      for (const element of [...all].filter(holdsContent)) {
        this.#taken.push({
          element,
          attributes: natives.attributeNames(element).map((n) => [n, natives.attribute(element, n) ?? ""]),
        });
        natives.removeAttribute(element, name);
      }
    }
  }

  /** Gives the page's own state back. */
  restore(): void {
    const natives = nativesOf(this.#document);
    for (const element of this.#marked.splice(0)) natives.removeAttribute(element, this.#token);
    this.#sheets.clear();
    for (const { element, attributes } of this.#taken.splice(0).reverse()) {
      putBack(this.#document, element, attributes);
    }
  }
}

/** The roots whose scrolling is locked. */
function lockedRoots(document: Document): Element[] {
  const view = property(document, "defaultView") as Window | null;
  const roots = [property(document, "documentElement"), property(document, "body")] as (Element | null)[];
  return roots.filter((root): root is Element => {
    if (view === null || root === null) return false;
    const style = view.getComputedStyle(root);
    return /hidden|clip/.test(style.overflowY) || style.position === "fixed";
  });
}

/** A lock that fixes the body moves it up by what was scrolled; without the lock the window must scroll there itself. */
function keepPlace(document: Document, root: Element): void {
  const view = property(document, "defaultView") as Window;
  const style = view.getComputedStyle(root);
  const top = style.position === "fixed" ? Number.parseFloat(style.top) : 0;
  if (top >= 0) return;
  view.setTimeout(() => {
    view.scrollTo({ top: -top, behavior: "instant" });
  });
}

const holdsContent = (element: Element) => invoke(element, "querySelector", "main,article,h1") !== null;

/** Attributes have an order that serialising shows: those that came later are moved behind again. */
function putBack(document: Document, element: Element, before: [name: string, value: string][]): void {
  const natives = nativesOf(document);
  const missing = before.findIndex(([name]) => natives.attribute(element, name) === null);
  if (missing < 0) return;
  const [name, value] = before[missing] as [string, string];
  natives.setAttribute(element, name, value);
  for (const [later] of before.slice(missing + 1)) {
    const now = natives.attribute(element, later);
    if (now === null) continue;
    natives.removeAttribute(element, later);
    natives.setAttribute(element, later, now);
  }
}
