import { FiltersEngine, Request, type CosmeticFilter } from "@ghostery/adblocker";
import { compiledList, loadLists, saveList, type ListInfo } from "./lists";

/** What a page's elements are called; a list is asked for rules that could match. */
export interface PageNames {
  classes: string[];
  ids: string[];
  hrefs: string[];
}

/** A rule that may match elements of a page, and the name of its list. */
export interface ListRule {
  list: string;
  selector: string;
}

/** Only rules that hide: whatever blocks requests, runs scripts, or writes styles of its own is not even read. */
const CONFIG = { loadNetworkFilters: false, loadExtendedSelectors: false, enableHtmlFiltering: false };

const hides = (filter: CosmeticFilter) =>
  !filter.isUnhide() &&
  !filter.isScriptInject() &&
  !filter.isHtmlFiltering() &&
  !filter.isExtended() &&
  !filter.hasCustomStyle();

/** Where a list comes from. */
export type ListSource = Pick<ListInfo, "id" | "name" | "address">;

/**
 * Compiles the text of a list (EasyList's syntax) and keeps it, under the title it gives itself. Says how many rules of it hide
 * something; a list without any is not kept.
 */
export async function addList({ id, name, address }: ListSource, text: string): Promise<number> {
  const engine = FiltersEngine.parse(text, CONFIG);
  const rules = engine.getFilters().cosmeticFilters.filter(hides).length;
  const title = /^! *Title: *(\S.{0,59})/m.exec(text)?.[1]?.trim();
  const info = { id, name: title ?? name, address, rules, updated: new Date().toISOString() };
  if (rules > 0) await saveList(info, engine.serialize());
  return rules;
}

/** Lists this worker has unpacked before; a new version of one takes the place of the old. */
const unpacked = new Map<string, { updated: string; engine: FiltersEngine }>();

async function engineOf({ id, updated }: ListInfo): Promise<FiltersEngine | null> {
  const known = unpacked.get(id);
  if (known?.updated === updated) return known.engine;
  const compiled = await compiledList(id);
  if (compiled === undefined) return null;
  try {
    const engine = FiltersEngine.deserialize(compiled);
    unpacked.set(id, { updated, engine });
    return engine;
  } catch {
    // Compiled by another version of the library, or damaged: the options page can update it.
    return null;
  }
}

/** The rules of all lists that may match on a page. */
export async function rulesFor(url: string, names: PageNames): Promise<ListRule[]> {
  const { hostname, domain } = Request.fromRawDetails({ url });
  const found: ListRule[] = [];
  for (const info of await loadLists()) {
    const engine = await engineOf(info);
    const page = { url, hostname, domain, ...names, getInjectionRules: false, getExtendedRules: false };
    for (const { filter, exception } of engine?.matchCosmeticFilters(page).matches ?? []) {
      if (filter !== undefined && exception === undefined && hides(filter))
        found.push({ list: info.name, selector: filter.getSelector() });
    }
  }
  return found;
}
