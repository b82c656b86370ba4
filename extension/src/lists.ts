import { del, get, set } from "idb-keyval";
import { browser } from "wxt/browser";
import { stored } from "./stored";

/** What is known of a filter list a person has added. Its compiled rules lie in IndexedDB, under its id. */
export interface ListInfo {
  id: string;
  name: string;
  /** Where it can be had again; null for a file. */
  address: string | null;
  /** Rules that hide elements. */
  rules: number;
  /** ISO 8601. */
  updated: string;
}

const KEY = "lists";

const isInfo = (value: unknown): value is ListInfo =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && "rules" in value;

/** The lists on this device, in the order in which they were added or last updated. */
export async function loadLists(): Promise<ListInfo[]> {
  const lists = await stored("local", KEY);
  return Array.isArray(lists) ? (lists as unknown[]).filter(isInfo) : [];
}

/** Keeps a list with its compiled rules; one with the same id is replaced. */
export async function saveList(info: ListInfo, compiled: Uint8Array): Promise<void> {
  await set(info.id, compiled);
  const others = (await loadLists()).filter(({ id }) => id !== info.id);
  await browser.storage.local.set({ [KEY]: [...others, info] });
}

/** Forgets a list and its rules. */
export async function removeList(gone: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: (await loadLists()).filter(({ id }) => id !== gone) });
  await del(gone);
}

/** The compiled rules of a list; undefined where they are lost. */
export const compiledList = (id: string): Promise<Uint8Array | undefined> => get<Uint8Array>(id);
