import { autoItems, loadAutoSites, type AutoSites } from "./auto";
import { loadSettings, settingsItems, type Settings } from "./settings";
import { allRules, rulesItems, type SiteRules } from "./sites";
import { amend } from "./stored";

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

/** Characters of a file that is read: synchronised storage holds 100 KB. */
const MOST = 1_000_000;

/**
 * Takes settings from a file in place of all there are; false if it is none of ours. Everything in it is checked like something
 * a stranger wrote. Rejects, with nothing changed, where they cannot be kept.
 */
export async function restoreBackup(text: string): Promise<boolean> {
  const given = backupFrom(text);
  if (given === null) return false;
  const sites = Object.entries(given.sites ?? {}).map(([host, rules]) => rulesItems(host, rules));
  const items = [settingsItems(given.settings), autoItems(given.auto), ...sites].flatMap(
    Object.entries<unknown>,
  );
  await amend("sync", null, (found) =>
    Object.fromEntries([...Object.keys(found).map((key) => [key, undefined] as const), ...items]),
  );
  return true;
}

/** The parts of a file, unchecked; null if it is none of ours. */
function backupFrom(text: string): Partial<Record<keyof Backup, unknown>> | null {
  if (text.length > MOST) return null;
  try {
    const given: unknown = JSON.parse(text);
    const isOurs =
      typeof given === "object" && given !== null && "dehusk" in given && given.dehusk === "settings";
    return isOurs ? given : null;
  } catch {
    return null;
  }
}
