import type { Memory, ReaderPowers } from "dehusk/reader";
import { browser } from "wxt/browser";

const PREFIX = "read:";

/** Articles that are remembered; the one read longest ago goes first. A few hundred bytes each. */
const MOST = 500;

type Kept = Memory & { at: number };

/** Place and highlights of the page at an address, on this device only. Nothing is kept of private windows. */
export function memoryOf(address: string): NonNullable<ReaderPowers["memory"]> | undefined {
  if (browser.extension.inIncognitoContext) return undefined;
  const key = PREFIX + address.replace(/#.*$/, "");
  return {
    async load() {
      const stored = await browser.storage.local.get<Record<string, Kept>>(key);
      return stored[key] ?? null;
    },
    save(memory) {
      const kept: Kept = { ...memory, at: Date.now() };
      const isEmpty = memory.place === 0 && memory.highlights.length === 0;
      const done = isEmpty ? browser.storage.local.remove(key) : browser.storage.local.set({ [key]: kept });
      done.catch(() => undefined);
    },
  };
}

/** Each article that is remembered, under its key. */
async function everyMemory(): Promise<[string, Kept][]> {
  const stored = await browser.storage.local.get<Record<string, Kept>>(null);
  return Object.entries(stored).filter(([key]) => key.startsWith(PREFIX));
}

/** Forgets what was read longest ago. */
export async function pruneMemory(): Promise<void> {
  const old = (await everyMemory()).toSorted(([, one], [, other]) => other.at - one.at).slice(MOST);
  if (old.length > 0) await browser.storage.local.remove(old.map(([key]) => key));
}

/** Forgets everything that was read. */
export async function forgetMemory(): Promise<void> {
  await browser.storage.local.remove((await everyMemory()).map(([key]) => key));
}
