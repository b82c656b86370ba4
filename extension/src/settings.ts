import { settingsFrom, type ReaderSettings } from "dehusk/reader";
import { browser } from "wxt/browser";

const KEY = "reader";

/** What is under that key is what some version of the extension wrote. */
interface Stored {
  [KEY]: Partial<ReaderSettings>;
}

/** The person's reader settings; what cannot be used, or read, is the default. */
export async function loadSettings(): Promise<ReaderSettings> {
  const stored = await browser.storage.sync.get<Stored>(KEY).catch((): Partial<Stored> => ({}));
  return settingsFrom(stored.reader);
}

/** Storage that is full or switched off costs the memory of a choice, not the choice. */
export function saveSettings(settings: ReaderSettings): void {
  browser.storage.sync.set({ [KEY]: settings }).catch(() => undefined);
}
