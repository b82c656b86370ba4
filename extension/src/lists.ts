import { del, get, set } from "idb-keyval";
import { amend, stored } from "./stored";

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

const listsOf = (value: unknown): ListInfo[] =>
  Array.isArray(value) ? (value as unknown[]).filter(isInfo) : [];

/** The lists on this device, in the order in which they were added or last updated. */
export const loadLists = async (): Promise<ListInfo[]> => listsOf(await stored("local", KEY));

const without = (lists: unknown, gone: string) => listsOf(lists).filter(({ id }) => id !== gone);

/** Keeps a list with its compiled rules; one with the same id is replaced. */
export async function saveList(info: ListInfo, compiled: Uint8Array): Promise<void> {
  // A list that is named has its rules, whatever comes in between.
  await set(info.id, compiled);
  await amend("local", [KEY], (found) => ({ [KEY]: [...without(found[KEY], info.id), info] }));
}

/** Forgets a list and its rules. */
export async function removeList(gone: string): Promise<void> {
  await amend("local", [KEY], (found) => ({ [KEY]: without(found[KEY], gone) }));
  await del(gone);
}

/** The compiled rules of a list; undefined where they are lost. */
export const compiledList = (id: string): Promise<Uint8Array | undefined> =>
  get<Uint8Array>(id).catch(() => undefined);
