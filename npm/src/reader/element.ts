import { ownHosts } from "../own.js";
import type { Article } from "../types.js";
import type { ReaderSettings } from "./settings.js";
import type { ReaderStrings } from "./strings.js";
import { attachStyle } from "./style.js";
import { view } from "./view.js";

/** `<dehusk-reader>`: shows the article it is given, as large as its own box. Fires `dehusk-settings` when the person changes the looks. */
export interface ReaderElement extends HTMLElement {
  article: Article | null;
  strings: Partial<ReaderStrings>;
  settings: Partial<ReaderSettings>;
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

      #render(): void {
        for (const shown of this.#root.querySelectorAll(".reader")) shown.remove();
        if (this.#article === null) return;
        const shown = view(document, this.#article, {
          strings: this.#strings,
          settings: this.#settings,
          onSettings: (settings) => {
            this.#settings = settings;
            this.dispatchEvent(new CustomEvent("dehusk-settings", { detail: settings }));
          },
        });
        shown.setHidden(0);
        this.#root.append(shown.element);
      }
    },
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "dehusk-reader": ReaderElement;
  }
}
