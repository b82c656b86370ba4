import type { ReaderStrings } from "dehusk/reader";
import { browser } from "wxt/browser";
import { text } from "./i18n";

/** The reader's words in the person's language. */
export function readerStrings(): ReaderStrings {
  return {
    lang: browser.i18n.getUILanguage(),
    reader: text("reader"),
    close: text("readerClose"),
    appearance: text("appearance"),
    theme: text("theme"),
    themeAuto: text("themeAuto"),
    themeLight: text("themeLight"),
    themeSepia: text("themeSepia"),
    themeDark: text("themeDark"),
    textSize: text("textSize"),
    smaller: text("smaller"),
    larger: text("larger"),
    width: text("width"),
    narrower: text("narrower"),
    wider: text("wider"),
    hidden: text("hidden", "{count}"),
    restore: text("restorePage"),
    original: text("original"),
    table: text("table"),
    code: text("code"),
  };
}
