import { pageRoot } from "./dom";

/*
 * After an update of the extension the scripts of the version before are dead or cut off, and what they had put on open
 * pages would stay: a reader whose buttons do nothing, blocks that nobody can show again.
 */

/** How the rules begin that a session puts into a page: what hides, what unlocks, what prints. */
const RULE = /^\[(d[\da-z]{12,15})\]\s*\{|^@media print\s*\{\s*html\s*>\s*:not\(dehusk-reader\)/;

/** Takes off what another version of the extension has left on the page. Emptied texts come back with the next visit. */
export function clearLeftovers(): void {
  const root = pageRoot();
  if (root === null) return;
  for (const host of root.querySelectorAll("[data-dehusk]")) host.remove();
  for (const style of root.querySelectorAll("style")) if (unmark(root, style.textContent)) style.remove();
  const sheets = Reflect.get(Document.prototype, "adoptedStyleSheets", document);
  const kept = sheets.filter((sheet) => !unmark(root, firstRuleOf(sheet)));
  // Assigning the same sheets again would make the page's styles be worked out anew.
  if (kept.length < sheets.length) Reflect.set(Document.prototype, "adoptedStyleSheets", kept, document);
}

/** Whether a sheet is ours; the elements it was for lose their mark. */
function unmark(root: Element, css: string): boolean {
  const found = RULE.exec(css);
  const token = found?.[1];
  if (token !== undefined) {
    root.removeAttribute(token);
    for (const element of root.querySelectorAll(`[${token}]`)) element.removeAttribute(token);
  }
  return found !== null;
}

/** Sheets from elsewhere do not show their rules. */
function firstRuleOf(sheet: CSSStyleSheet): string {
  try {
    return sheet.cssRules[0]?.cssText ?? "";
  } catch {
    return "";
  }
}
