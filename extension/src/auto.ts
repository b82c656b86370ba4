import { browser } from "wxt/browser";
import { amend, stored, type Items } from "./stored";
import { inTurn } from "./turn";

/*
 * Automatic mode: sites whose pages are read as soon as they are there. A site is allowed by the person and by the browser,
 * which is asked for that site alone and at that moment.
 */

/** Patterns in the browser's own form (`*://example.org/*`). */
export interface AutoSites {
  allow: string[];
  block: string[];
}

const KEY = "auto";
const SCRIPT = "auto";

const PATTERN = /^(?:\*|https?):\/\/(?:\*|(?:\*\.)?[^/*:]+)(?::\d+)?\/.*$/;
export const isPattern = (text: string) => PATTERN.test(text);

/** The pattern for all pages of the site of a page; null where no extension may run. */
export function patternOf(url: string): string | null {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
  return `*://${new URL(url).hostname}/*`;
}

const patterns = (value: unknown): string[] =>
  Array.isArray(value)
    ? (value as unknown[]).filter((item) => typeof item === "string").filter(isPattern)
    : [];

export function autoSitesOf(value: unknown): AutoSites {
  const given = (value ?? {}) as Partial<AutoSites>;
  return { allow: patterns(given.allow), block: patterns(given.block) };
}

export async function loadAutoSites(): Promise<AutoSites> {
  return autoSitesOf(await stored("sync", KEY));
}

/** The list as it is stored. */
export const autoItems = (sites: unknown): Items => ({ [KEY]: autoSitesOf(sites) });

/** Changes the list. Rejects where the change cannot be kept. */
export const changeAutoSites = (change: (sites: AutoSites) => AutoSites): Promise<void> =>
  amend("sync", [KEY], (found) => autoItems(change(autoSitesOf(found[KEY]))));

/** A list with or without a pattern. */
export const withPattern = (list: readonly string[], pattern: string) => [...new Set([...list, pattern])];
export const withoutPattern = (list: readonly string[], pattern: string) =>
  list.filter((one) => one !== pattern);

/** Whether a change of storage touches the list. */
export const isAutoChange = (changes: object) => KEY in changes;

/** Registers the page's script for the sites that both the person and the browser allow. */
export const registerAuto = (): Promise<void> => inTurn("auto", register);

async function register(): Promise<void> {
  // Not `stored`: a list that cannot be read is not an empty one, and what is registered stays.
  const found = await browser.storage.sync.get<Items>(KEY);
  const { allow, block } = autoSitesOf(found[KEY]);
  const matches = await those(allow, (granted) => granted === true);
  const excludeMatches = await those(block, (granted) => granted !== undefined);
  const isKnown = (await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })).length > 0;
  if (matches.length === 0) {
    if (isKnown) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const script = {
    id: SCRIPT,
    matches,
    excludeMatches,
    js: ["auto.js", "page.js"],
    runAt: "document_idle" as const,
    persistAcrossSessions: true,
  };
  if (isKnown) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Patterns by what the browser says of them: whether it is granted, undefined for what it knows no such pattern. */
async function those(list: string[], wanted: (granted: boolean | undefined) => boolean): Promise<string[]> {
  const answers = await Promise.all(
    list.map((pattern) => browser.permissions.contains({ origins: [pattern] }).catch(() => undefined)),
  );
  return list.filter((_, at) => wanted(answers[at]));
}
