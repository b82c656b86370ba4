import { browser } from "wxt/browser";

/** What is stored under a key; undefined where there is nothing, or storage does not answer. Whoever reads checks it: other versions write too. */
export async function stored(area: "local" | "sync", key: string): Promise<unknown> {
  const found = await browser.storage[area]
    .get<Record<string, unknown>>(key)
    .catch((): Record<string, unknown> => ({}));
  return found[key];
}
