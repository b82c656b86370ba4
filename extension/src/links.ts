import { browser } from "wxt/browser";
import { inject } from "./inject";
import { amend, stored } from "./stored";

/** Tabs that were opened to be read, until they are there. Kept where a stopped background finds it again. */
const KEY = "opening";

const tabsOf = (value: unknown): number[] => (Array.isArray(value) ? (value as number[]) : []);

const change = (next: (tabs: number[]) => number[]) =>
  amend("session", [KEY], (found) => ({ [KEY]: next(tabsOf(found[KEY])) }));

/** Opens a link in a new tab, to be read as soon as it is there. */
export async function openToRead(url: string): Promise<void> {
  const { id } = await browser.tabs.create({ url });
  if (id !== undefined) await change((tabs) => [...tabs, id]);
}

/** Reads the tabs that were opened for it. */
export function listenToTabs(): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === "complete") void readOpened(tabId);
  });
}

async function readOpened(tabId: number): Promise<void> {
  if (!tabsOf(await stored("session", KEY)).includes(tabId)) return;
  await change((tabs) => tabs.filter((tab) => tab !== tabId));
  await inject(tabId, "reader");
}
