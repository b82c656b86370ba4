import { invoke, nativesOf } from "../natives.js";

/** The tab's title while it is put right. */
export class TitleFix {
  readonly #document: Document;
  #element: Element | undefined;
  #before = "";
  #ours = "";

  constructor(document: Document) {
    this.#document = document;
  }

  /** Writes `title`; again after the page changed it, too. */
  set(title: string): void {
    const natives = nativesOf(this.#document);
    const titles = invoke(this.#document, "getElementsByTagNameNS", "http://www.w3.org/1999/xhtml", "title");
    const element = (titles as ArrayLike<Element> | undefined)?.[0];
    if (element === undefined || title === "") return;
    const now = natives.textContent(element) ?? "";
    if (now === title) return;
    this.#element = element;
    this.#before = now;
    this.#ours = title;
    natives.setTextContent(element, title);
  }

  /** Hides the page's own title again after `restore`. */
  reapply(): void {
    if (this.#ours !== "") this.set(this.#ours);
  }

  /** Gives the page's own title back, unless the page has written another one since. */
  restore(): void {
    const natives = nativesOf(this.#document);
    if (this.#element !== undefined && natives.textContent(this.#element) === this.#ours) {
      natives.setTextContent(this.#element, this.#before);
    }
    this.#element = undefined;
  }

  /** The page has moved on to another address: the title it has now is its own affair. */
  forget(): void {
    this.#element = undefined;
    this.#ours = "";
  }
}
