import type { Kind } from "dehusk/edge";
import { settingsFrom, type ReaderSettings } from "dehusk/reader";
import { browser } from "wxt/browser";
import { amend, type Items } from "./stored";

export const KINDS = [
  "spam",
  "ad",
  "cookie",
  "newsletter",
  "share",
  "related",
  "overlay",
  "comments",
] as const satisfies Kind[];

/** What a click on the toolbar button does. */
export const CLICKS = ["reader", "clean", "panel"] as const;
export type Click = (typeof CLICKS)[number];

/** All that a person has chosen. Plain data; `version` grows when its shape changes. */
export interface Settings {
  version: 2;
  reader: ReaderSettings;
  click: Click;
  /** What is done on the sites of automatic mode. */
  auto: "reader" | "clean";
  /** 0 keeps more, 1 hides more. */
  strictness: number;
  /** Kinds that are hidden. */
  hide: Kind[];
}

const KEY = "settings";
/** Version 1 kept the reader's looks alone, under this key. */
const KEY_1 = "reader";

/** What some version of the extension wrote. */
type Stored = Partial<Record<typeof KEY | typeof KEY_1, unknown>>;

/** Settings from anywhere: what cannot be used becomes the default, what is of an older version is carried over. */
export function settingsOf(stored: Stored): Settings {
  const given = (stored[KEY] ?? { reader: stored[KEY_1] }) as Partial<Settings>;
  const { strictness, hide } = given;
  return {
    version: 2,
    reader: settingsFrom(given.reader),
    click: CLICKS.find((click) => click === given.click) ?? "reader",
    auto: given.auto === "clean" ? "clean" : "reader",
    strictness: typeof strictness === "number" && strictness >= 0 && strictness <= 1 ? strictness : 0.5,
    hide: Array.isArray(hide) ? KINDS.filter((kind) => hide.includes(kind)) : [...KINDS],
  };
}

/** The person's settings; where they cannot be read, the defaults. */
export async function loadSettings(): Promise<Settings> {
  return settingsOf(await browser.storage.sync.get<Stored>([KEY, KEY_1]).catch(() => ({})));
}

/** Changes some settings. Rejects where they cannot be kept. */
export const saveSettings = (part: Partial<Settings>): Promise<void> =>
  amend("sync", [KEY, KEY_1], (found) => settingsItems({ ...settingsOf(found), ...part }));

/** Settings as they are stored. */
export const settingsItems = (settings: unknown): Items => ({
  [KEY]: settingsOf({ [KEY]: settings }),
  [KEY_1]: undefined,
});
