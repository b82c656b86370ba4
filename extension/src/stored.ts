import { browser } from "wxt/browser";
import { inTurn } from "./turn";

type Area = "local" | "session" | "sync";

/** What lies in storage, by key. Whoever reads checks it: other versions write too. */
export type Items = Record<string, unknown>;

/** What is stored under a key; undefined where there is nothing, or storage does not answer. */
export async function stored(area: Area, key: string): Promise<unknown> {
  const found = await browser.storage[area].get<Items>(key).catch((): Items => ({}));
  return found[key];
}

/**
 * Changes what is stored under some keys, null for all: `change` gets what is there and says what is to be there, undefined for
 * what goes. New items are written together, so that a browser that is killed has the old or the new ones.
 *
 * Rejects, and writes nothing, where the old cannot be read or the new does not fit: what a person has kept already is worth
 * more than a change of it.
 */
export function amend(area: Area, keys: string[] | null, change: (found: Items) => Items): Promise<void> {
  return inTurn(area, async () => {
    const store = browser.storage[area];
    const found = await store.get<Items>(keys);
    const next = Object.entries(change(found));
    const kept = next.filter(([, value]) => value !== undefined);
    const gone = next.filter(([key, value]) => value === undefined && key in found).map(([key]) => key);
    if (kept.length > 0) await store.set(Object.fromEntries(kept));
    if (gone.length > 0) await store.remove(gone);
  });
}
