import { markListed, type Capture, type Plan } from "dehusk/edge";
import type { ListRule, PageNames } from "../list-engine";
import { loadLists } from "../lists";
import { send } from "../send";

/** Elements of a page that the person's filter lists name, each with the first rule that does. */
export type Listed = ReadonlyMap<Node, ListRule>;

/** Milliseconds for asking the page for what rules name: a list can be made to be slow. */
const PATIENCE = 100;

/** Marks what the person's lists name on a captured page. Without lists this costs one look into storage. */
export async function markLists(read: Capture): Promise<Listed> {
  const found = new Map<Node, ListRule>();
  if ((await loadLists()).length === 0) return found;
  const rules = await send({ type: "listed", url: location.href, names: namesOf(read) });
  const end = performance.now() + PATIENCE;
  for (const rule of rules) {
    if (performance.now() > end) break;
    for (const scope of read.scopes) {
      for (const element of matches(scope, rule.selector)) if (!found.has(element)) found.set(element, rule);
    }
  }
  markListed(read, found);
  return found;
}

/** The same plan, in which what lists have named says so. */
export function withRules(plan: Plan, nodes: readonly Node[], listed: Listed): Plan {
  const removals = plan.removals.map((removal, at) => {
    const rule = listed.get(nodes[plan.rows[at] as number] as Node);
    if (rule === undefined || removal.grounds[0]?.id !== "listed") return removal;
    const { list, selector } = rule;
    return {
      ...removal,
      reason: `${list}: ${selector}`,
      grounds: [{ id: "listed" as const, values: [list, selector] }],
    };
  });
  return { ...plan, removals };
}

/** Selectors come from a stranger's list: one that the browser does not know matches nothing. */
function matches(scope: ParentNode, selector: string): Iterable<Element> {
  try {
    return scope.querySelectorAll(selector);
  } catch {
    return [];
  }
}

function namesOf({ columns }: Capture): PageNames {
  const names = columns.attrNames.split(" ");
  const of = { class: new Set<string>(), id: new Set<string>(), href: new Set<string>() };
  const values = columns.values.split("\0");
  columns.attr.forEach((entry, at) => {
    const name = names[entry % 64];
    const value = values[at] as string;
    if (name === "class") for (const one of value.split(/\s+/)) of.class.add(one);
    else if (name === "id" || name === "href") of[name].add(value);
  });
  return { classes: [...of.class], ids: [...of.id], hrefs: [...of.href] };
}
