import { capture } from "../src/capture.js";
import type { Kind, Plan } from "../src/types.js";

/** A plan as the core would give it: hides the nodes the caller names, by CSS selector or as they are. */
export function planFor(
  document: Document,
  hide: [Kind, Node | null | undefined][],
  more: Partial<Plan> = {},
) {
  const { nodes, scopes } = capture(document);
  const plan: Plan = {
    rows: new Uint32Array(hide.map(([, node]) => nodes.indexOf(node as Node))),
    removals: hide.map(([kind, node]) => ({
      kind,
      reason: "test",
      grounds: [],
      confidence: 1,
      text: node?.textContent ?? "",
      path: "",
    })),
    unlock: false,
    title: "",
    titleHijacked: false,
    ...more,
  };
  return { nodes, scopes, plan };
}
