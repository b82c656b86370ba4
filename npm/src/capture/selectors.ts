import { DehuskError } from "../error.js";
import type { Options } from "../types.js";
import { HIDE, KEEP, mark, type Rows } from "./rows.js";

/** Marks the rows the caller's selectors match, in the page and in every shadow tree and frame that was entered. */
export function markSelected(rows: Rows, options: Options): void {
  const wanted = [
    ...checked("keepSelectors", options.keepSelectors, KEEP),
    ...checked("hideSelectors", options.hideSelectors, HIDE),
  ];
  if (wanted.length === 0) return;
  const rowOf = new Map(rows.nodes.map((node, row) => [node, row]));
  for (const { option, selector, bit } of wanted) {
    for (const scope of rows.scopes) {
      for (const element of select(scope, option, selector)) {
        const row = rowOf.get(element);
        if (row !== undefined) mark(rows, row, bit);
      }
    }
  }
}

function checked(option: string, selectors: unknown, bit: number) {
  if (selectors === undefined) return [];
  if (!Array.isArray(selectors) || selectors.some((selector) => typeof selector !== "string")) {
    throw new DehuskError("BAD_OPTION", `${option} must be an array of CSS selectors.`);
  }
  return (selectors as string[]).map((selector) => ({ option, selector, bit }));
}

function select(scope: ParentNode, option: string, selector: string): Iterable<Element> {
  try {
    return scope.querySelectorAll(selector);
  } catch (cause) {
    throw new DehuskError("BAD_OPTION", `${option} holds “${selector}”, which is no CSS selector.`, {
      cause,
    });
  }
}
