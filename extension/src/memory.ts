import type { Highlight, Memory, ReaderPowers } from "dehusk/reader";
import { browser } from "wxt/browser";
import type { Items } from "./stored";

const PREFIX = "read:";

/** Articles whose place is remembered; the one read longest ago goes first. A hundred bytes each. Those with highlights stay. */
const MOST = 500;

/** `by` names the reader that wrote it, `at` says when, ms since 1970. */
type Kept = Memory & { by: string; at: number };

/** Place and highlights of the page at an address, on this device only. Nothing is kept of private windows. */
export function memoryOf(address: string): NonNullable<ReaderPowers["memory"]> | undefined {
  if (browser.extension.inIncognitoContext) return undefined;
  const key = PREFIX + address.replace(/#.*$/, "");
  const by = Math.random().toString(36).slice(2);
  return {
    async load() {
      const found = await browser.storage.local.get<Items>(key);
      return key in found ? keptOf(found[key]) : null;
    },
    async save(memory) {
      const { local } = browser.storage;
      const kept: Kept = { ...memory, by, at: Date.now() };
      if (memory.place === 0 && memory.highlights.length === 0) await local.remove(key);
      // Where storage is full, places in other articles go before a highlight of this one.
      else
        await local.set({ [key]: kept }).catch(() => forgetPlaces(0).then(() => local.set({ [key]: kept })));
    },
    watch(onChange, signal) {
      const hear = (changes: Record<string, { newValue?: unknown }>) => {
        const kept = keptOf(changes[key]?.newValue);
        if (key in changes && kept.by !== by) onChange(kept);
      };
      const { onChanged } = browser.storage.local;
      onChanged.addListener(hear);
      signal.addEventListener("abort", () => {
        onChanged.removeListener(hear);
      });
    },
  };
}

/** What was kept, whoever wrote it: what cannot be used is left out. */
function keptOf(value: unknown): Kept {
  const { place, highlights, by, at } = (value ?? {}) as Partial<Kept>;
  const number = (given: unknown) =>
    typeof given === "number" && Number.isFinite(given) ? Math.max(0, given) : 0;
  return {
    place: number(place),
    highlights: Array.isArray(highlights) ? (highlights as unknown[]).filter(isHighlight) : [],
    by: typeof by === "string" ? by : "",
    at: number(at),
  };
}

function isHighlight(value: unknown): value is Highlight {
  const { start, end, text } = (value ?? {}) as Partial<Highlight>;
  if (typeof start !== "number" || typeof end !== "number") return false;
  return start >= 0 && start < end && typeof text === "string";
}

/** Each article that is remembered, under its key. */
async function everyMemory(): Promise<[string, Kept][]> {
  const found = await browser.storage.local.get<Items>(null);
  return Object.entries(found)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, value]) => [key, keptOf(value)]);
}

/** Forgets the places in all but some articles without highlights, longest ago first. */
async function forgetPlaces(most: number): Promise<void> {
  const places = (await everyMemory()).filter(([, { highlights }]) => highlights.length === 0);
  const old = places.toSorted(([, one], [, other]) => other.at - one.at).slice(most);
  if (old.length > 0) await browser.storage.local.remove(old.map(([key]) => key));
}

/** Forgets places in what was read longest ago. */
export const pruneMemory = (): Promise<void> => forgetPlaces(MOST);

/** Forgets everything that was read. */
export async function forgetMemory(): Promise<void> {
  await browser.storage.local.remove((await everyMemory()).map(([key]) => key));
}
