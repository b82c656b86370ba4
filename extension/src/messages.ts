import type { DehuskErrorCode, Options } from "dehusk/engine";
import type { BundledFont } from "dehusk/reader";
import type { ListRule, ListSource, PageNames } from "./list-engine";
import type { Parcel } from "./parcel";
import type { Settings } from "./settings";
import type { SiteRules } from "./sites";
import type { Verdict, WirePlan } from "./verdict";

/** What a page's script asks of the background. There are no messages the other way: a click injects the script again. */
export type Message =
  /** Wakes the engine, and finds out whether typed arrays arrive as such. */
  | { type: "wake"; sample: Uint8Array }
  | { type: "judge"; page: Parcel; options: Options }
  /** What would be hidden at each of several strictnesses. */
  | { type: "plans"; page: Parcel; options: Options; levels: number[] }
  /** Rules of the person's filter lists for a page whose elements are called so. */
  | { type: "listed"; url: string; names: PageNames }
  /** Adds a filter list, or takes a new version of one. */
  | { type: "list"; list: ListSource; content: string }
  /** How many blocks are hidden; null: the page is as it was. */
  | { type: "count"; hidden: number | null }
  /** The files of a bundled font. */
  | { type: "font"; font: BundledFont }
  /** Runs the script that colours code beside the one that asks. */
  | { type: "colouring" }
  | { type: "options" }
  /** Changes settings. */
  | { type: "settings"; part: Partial<Settings> }
  /** Adds a rule for the site that asks. */
  | { type: "rule"; which: keyof SiteRules; selector: string };

/** What comes back. */
export interface Replies {
  wake: { clones: boolean };
  judge: Verdict | Failure;
  plans: WirePlan[] | Failure;
  listed: ListRule[];
  /** Rules that hide something; null where it cannot be kept. */
  list: number | null;
  count: undefined;
  /** Bytes as base64: a few ten thousand, once per reader. */
  font: { weight: string; base64: string }[];
  colouring: boolean;
  options: undefined;
  /** Whether it could be kept. */
  settings: boolean;
  rule: boolean;
}

/** A judgement that could not be made. */
export interface Failure {
  failed: DehuskErrorCode | "UNKNOWN";
}

const TYPES = new Set<unknown>([
  "wake",
  "judge",
  "plans",
  "listed",
  "list",
  "count",
  "font",
  "colouring",
  "options",
  "settings",
  "rule",
] satisfies Message["type"][]);

/** Only the extension's own scripts can send to the background; the guard is for their other versions, left on a page by an update. */
export function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && "type" in value && TYPES.has(value.type);
}

/** Sends a message with its reply typed. */
export type Send = <M extends Message>(message: M) => Promise<Replies[M["type"]]>;
