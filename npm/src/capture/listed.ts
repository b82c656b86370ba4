import type { Capture } from "../capture.js";
import { LISTED } from "./rows.js";

/**
 * Marks elements of a captured page that a filter list of the person's own names. They are hidden as advertisements
 * unless something that must stay is in them: a list knows nothing of the article.
 */
export function markListed({ columns, nodes }: Capture, listed: { has(node: Node): boolean }): void {
  nodes.forEach((node, row) => {
    if (listed.has(node)) columns.flags[row] = (columns.flags[row] as number) | LISTED;
  });
}
