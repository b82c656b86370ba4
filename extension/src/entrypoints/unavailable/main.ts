import { browser } from "wxt/browser";
import { text } from "../../i18n";

document.documentElement.lang = browser.i18n.getUILanguage();
for (const [selector, key] of [
  ["h1", "unavailableTitle"],
  ["p", "unavailableText"],
] as const) {
  const element = document.querySelector(selector);
  if (element !== null) element.textContent = text(key);
}
