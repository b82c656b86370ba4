import type { Article } from "../types.js";
import type { ReaderPowers } from "./powers.js";
import type { ReaderSettings } from "./settings.js";
import type { Store } from "./store.js";
import type { ReaderStrings } from "./strings.js";

/** The panels that hang from the toolbar; one at a time is open. */
export type PanelName = "appearance" | "contents" | "save" | "keys";

/** All that changes while a reader is open. */
export interface ReaderState {
  settings: ReaderSettings;
  /** Blocks hidden on the page beneath. */
  hidden: number;
  panel: PanelName | null;
  /** Share of the text above the lower edge of the screen, 0…1. */
  progress: number;
  /** Index of the heading the person is under; -1 before the first. */
  section: number;
  speech: "off" | "speaking" | "paused";
  /** A short message for the status line at the foot; "" for none. */
  notice: string;
}

/** What every part of the view works with. */
export interface Kit {
  document: Document;
  article: Article;
  strings: ReaderStrings;
  store: Store<ReaderState>;
  powers: ReaderPowers;
  /** Ends with the view; every listener and timer hangs on it. */
  signal: AbortSignal;
}

/** Changes some of the settings. */
export function choose(kit: Kit, part: Partial<ReaderSettings>): void {
  kit.store.change({ settings: { ...kit.store.state.settings, ...part } });
}
