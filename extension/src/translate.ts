import { text, type MessageKey } from "./i18n";

/** Fills the elements of an extension page that name a message in `data-text`, and says which language the page is in. */
export function translatePage(): void {
  const { documentElement } = document;
  documentElement.lang = text("lang");
  documentElement.dir = text("dir");
  for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
    place.textContent = text(place.dataset["text"] as MessageKey);
  }
}
