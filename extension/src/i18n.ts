import { browser } from "wxt/browser";
import type english from "../public/_locales/en/messages.json";

/** A name in `_locales/en/messages.json`. */
export type MessageKey = keyof typeof english;

/** The text in the person's language: `lang` says in which, which is not the browser's where there are no words in that one. */
export function text(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}
