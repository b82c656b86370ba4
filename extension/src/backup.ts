import { browser } from "wxt/browser";
import { autoSitesOf, loadAutoSites, saveAutoSites, type AutoSites } from "./auto";
import { loadSettings, saveSettings, settingsOf, type Settings } from "./settings";
import { allRules, saveRules, type SiteRules } from "./sites";

/** All that a person has set, as one file. What was read and where is not in it. */
export interface Backup {
  dehusk: "settings";
  settings: Settings;
  auto: AutoSites;
  sites: Record<string, SiteRules>;
}

export async function backup(): Promise<Backup> {
  return {
    dehusk: "settings",
    settings: await loadSettings(),
    auto: await loadAutoSites(),
    sites: Object.fromEntries(await allRules()),
  };
}

/** Takes settings from a file; false if it is none of ours. Everything in it is checked like something a stranger wrote. */
export async function restoreBackup(text: string): Promise<boolean> {
  let given: Partial<Backup>;
  try {
    given = JSON.parse(text) as Partial<Backup>;
  } catch {
    return false;
  }
  if ((given as Partial<Backup> | null)?.dehusk !== "settings") return false;
  await browser.storage.sync.clear();
  await saveSettings(settingsOf({ settings: given.settings }));
  await saveAutoSites(autoSitesOf(given.auto));
  for (const [host, rules] of Object.entries(given.sites ?? {})) {
    await saveRules(host, { keep: rules.keep, hide: rules.hide });
  }
  return true;
}
