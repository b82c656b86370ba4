import { browser } from "wxt/browser";
import { amend, stored, type Items } from "./stored";

/** What a person wants otherwise on one site: CSS selectors. */
export interface SiteRules {
  keep: string[];
  hide: string[];
}

const PREFIX = "site:";

/** Room for one of a site's two lists, bytes of JSON: an item of synchronised storage holds 8,192 with its key. */
const ROOM = 3_800;

/** The newest rules that find room. */
function list(value: unknown): string[] {
  const rules = Array.isArray(value) ? (value as unknown[]).filter((item) => typeof item === "string") : [];
  let room = ROOM;
  const tooOld = rules.findLastIndex((rule) => (room -= bytesOf(rule)) < 0);
  return rules.slice(tooOld + 1);
}

const bytesOf = (rule: string) => new TextEncoder().encode(JSON.stringify(rule)).length + 1;

function rulesOf(value: unknown): SiteRules {
  const given = (value ?? {}) as Partial<SiteRules>;
  return { keep: list(given.keep), hide: list(given.hide) };
}

/** The rules of a site, named by its host. */
export async function loadRules(host: string): Promise<SiteRules> {
  return rulesOf(await stored("sync", PREFIX + host));
}

/** Adds one rule, newest last; the opposite rule goes. Rejects where it cannot be kept. */
export function addRule(host: string, which: keyof SiteRules, selector: string): Promise<void> {
  const other = which === "keep" ? "hide" : "keep";
  return change(host, (rules) => ({
    ...rules,
    [which]: [...without(rules[which], selector), selector],
    [other]: without(rules[other], selector),
  }));
}

/** Takes one rule back. */
export const removeRule = (host: string, which: keyof SiteRules, selector: string): Promise<void> =>
  change(host, (rules) => ({ ...rules, [which]: without(rules[which], selector) }));

const without = (rules: readonly string[], selector: string) => rules.filter((one) => one !== selector);

function change(host: string, next: (rules: SiteRules) => SiteRules): Promise<void> {
  const key = PREFIX + host;
  return amend("sync", [key], (found) => rulesItems(host, next(rulesOf(found[key]))));
}

/** The rules of a site as they are stored; one without rules is forgotten. */
export function rulesItems(host: string, given: unknown): Items {
  const rules = rulesOf(given);
  return { [PREFIX + host]: rules.keep.length + rules.hide.length === 0 ? undefined : rules };
}

/** Every site with rules. */
export async function allRules(): Promise<Map<string, SiteRules>> {
  const found = await browser.storage.sync.get<Items>(null);
  const sites = Object.entries(found).filter(([key]) => key.startsWith(PREFIX));
  return new Map(sites.map(([key, value]) => [key.slice(PREFIX.length), rulesOf(value)]));
}
