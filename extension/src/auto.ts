import { browser } from "wxt/browser";
import { stored } from "./stored";

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

export async function saveAutoSites(sites: AutoSites): Promise<void> {
  await browser.storage.sync.set({ [KEY]: autoSitesOf(sites) });
}

/** Whether a change of storage touches the list. */
export const isAutoChange = (changes: object) => KEY in changes;

/** Registers the page's script for the sites that both the person and the browser allow. */
export async function registerAuto(): Promise<void> {
  const { allow, block } = await loadAutoSites();
  const granted = await Promise.all(
    allow.map(async (pattern) =>
      (await browser.permissions.contains({ origins: [pattern] })) ? [pattern] : [],
    ),
  );
  const matches = granted.flat();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT,
      matches,
      ...(block.length > 0 ? { excludeMatches: block } : {}),
      js: ["auto.js", "page.js"],
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}
