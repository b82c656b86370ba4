import { ownHosts } from "../own.js";
import type { Article } from "../types.js";
import type { ReaderPowers } from "./powers.js";
import type { ReaderSettings } from "./settings.js";
import type { ReaderStrings } from "./strings.js";
import { attachStyle } from "./style.js";
import { view, type View } from "./view.js";

/** `<dehusk-reader>`: shows the article it is given, as large as its own box. Fires `dehusk-settings` when the person changes the looks. */
export interface ReaderElement extends HTMLElement {
  article: Article | null;
  strings: Partial<ReaderStrings>;
  settings: Partial<ReaderSettings>;
  /** What the app lends to the reader: memory, fonts, colours of code. */
  powers: ReaderPowers;
}

/**
 * Registers `<dehusk-reader>` in the current window. Calling it twice changes nothing.
 *
 * @example
 * defineReader();
 * const reader = document.createElement("dehusk-reader");
 * reader.article = article;
 * document.body.append(reader);
 */
export function defineReader(): void {
  if (customElements.get("dehusk-reader") !== undefined) return;
  customElements.define(
    "dehusk-reader",
    class extends HTMLElement implements ReaderElement {
      #article: Article | null = null;
      #strings: Partial<ReaderStrings> = {};
      #settings: Partial<ReaderSettings> = {};
      #powers: ReaderPowers = {};
      #view: View | undefined;
      readonly #root = this.attachShadow({ mode: "open" });

      constructor() {
        super();
        ownHosts.add(this);
        attachStyle(document, this.#root);
      }

      get article(): Article | null {
        return this.#article;
      }

      set article(article: Article | null) {
        this.#article = article;
        this.#render();
      }

      get strings(): Partial<ReaderStrings> {
        return this.#strings;
      }

      set strings(strings: Partial<ReaderStrings>) {
        this.#strings = strings;
        this.#render();
      }

      get settings(): Partial<ReaderSettings> {
        return this.#settings;
      }

      set settings(settings: Partial<ReaderSettings>) {
        this.#settings = settings;
        this.#render();
      }

      get powers(): ReaderPowers {
        return this.#powers;
      }

      set powers(powers: ReaderPowers) {
        this.#powers = powers;
        this.#render();
      }

      disconnectedCallback(): void {
        this.#view?.end();
        this.#view = undefined;
      }

      connectedCallback(): void {
        this.#render();
      }

      /** What is not on a page has nothing to show, and nothing that would have to be ended. */
      #render(): void {
        this.#view?.end();
        this.#view?.element.remove();
        this.#view = undefined;
        if (this.#article === null || !this.isConnected) return;
        this.#view = view(document, this.#article, {
          strings: this.#strings,
          settings: this.#settings,
          powers: this.#powers,
          onSettings: (settings) => {
            this.#settings = settings;
            this.dispatchEvent(new CustomEvent("dehusk-settings", { detail: settings }));
          },
        });
        this.#root.append(this.#view.element);
        this.#view.recall();
      }
    },
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "dehusk-reader": ReaderElement;
  }
}
