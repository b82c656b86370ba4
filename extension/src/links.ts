import { browser } from "wxt/browser";
import { inject } from "./inject";

/** Tabs that were opened to be read, until they are there. Kept where a stopped background finds it again. */
const KEY = "opening";

async function opening(): Promise<number[]> {
  const stored = await browser.storage.session.get<Record<string, number[]>>(KEY);
  return stored[KEY] ?? [];
}

/** Opens a link in a new tab, to be read as soon as it is there. */
export async function openToRead(url: string): Promise<void> {
  const { id } = await browser.tabs.create({ url });
  if (id !== undefined) await browser.storage.session.set({ [KEY]: [...(await opening()), id] });
}

/** Reads the tabs that were opened for it. */
export function listenToTabs(): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== "complete") return;
    void opening().then(async (tabs) => {
      if (!tabs.includes(tabId)) return;
      await browser.storage.session.set({ [KEY]: tabs.filter((tab) => tab !== tabId) });
      await inject(tabId, "reader");
    });
  });
}
