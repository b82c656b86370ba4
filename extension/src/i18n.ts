import { browser } from "wxt/browser";
import type english from "../public/_locales/en/messages.json";

/** A name in `_locales/en/messages.json`. */
export type MessageKey = keyof typeof english;

/** The text in the person's language. */
export function text(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}
