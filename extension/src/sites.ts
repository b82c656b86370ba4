import { browser } from "wxt/browser";
import { stored } from "./stored";

/** What a person wants otherwise on one site: CSS selectors. */
export interface SiteRules {
  keep: string[];
  hide: string[];
}

const PREFIX = "site:";

/** Most rules of a site: one item of synchronised storage holds 8 KB. */
const MOST_RULES = 50;

const list = (value: unknown) =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string").slice(-MOST_RULES) : [];

function rulesOf(value: unknown): SiteRules {
  const given = (value ?? {}) as Partial<SiteRules>;
  return { keep: list(given.keep), hide: list(given.hide) };
}

/** The rules of a site, named by its host. */
export async function loadRules(host: string): Promise<SiteRules> {
  return rulesOf(await stored("sync", PREFIX + host));
}

/** Adds one rule, newest last; the opposite rule goes. */
export async function addRule(host: string, which: keyof SiteRules, selector: string): Promise<void> {
  const rules = await loadRules(host);
  const other = which === "keep" ? "hide" : "keep";
  await saveRules(host, {
    ...rules,
    [which]: list([...rules[which].filter((one) => one !== selector), selector]),
    [other]: rules[other].filter((one) => one !== selector),
  });
}

/** Keeps the rules of a site; one without rules is forgotten. */
export async function saveRules(host: string, rules: SiteRules): Promise<void> {
  const isEmpty = rules.keep.length + rules.hide.length === 0;
  const done = isEmpty
    ? browser.storage.sync.remove(PREFIX + host)
    : browser.storage.sync.set({ [PREFIX + host]: rulesOf(rules) });
  await done.catch(() => undefined);
}

/** Every site with rules. */
export async function allRules(): Promise<Map<string, SiteRules>> {
  const stored = await browser.storage.sync.get<Record<string, unknown>>(null);
  const sites = Object.entries(stored).filter(([key]) => key.startsWith(PREFIX));
  return new Map(sites.map(([key, value]) => [key.slice(PREFIX.length), rulesOf(value)]));
}
