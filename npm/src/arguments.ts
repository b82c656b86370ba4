import { DehuskError } from "./error.js";
import type { Kind, Options } from "./types.js";

const KINDS: Record<Kind, true> = {
  spam: true,
  ad: true,
  cookie: true,
  newsletter: true,
  share: true,
  related: true,
  overlay: true,
  comments: true,
};

/** What each option must be, as a test and in words; the core knows the rest, such as what a selector is. */
const EXPECTED: { [K in keyof Options]-?: [(value: unknown) => boolean, string] } = {
  url: [isText, "a string"],
  strictness: [
    (value) => typeof value === "number" && value >= 0 && value <= 1,
    "a number from 0 (keep more) to 1 (hide more)",
  ],
  hide: [
    (value) => Array.isArray(value) && value.every((kind) => isText(kind) && Object.hasOwn(KINDS, kind)),
    `an array of ${Object.keys(KINDS).join(", ")}`,
  ],
  maxNodes: [isCount, "a whole number of at least 1"],
  maxDepth: [isCount, "a whole number of at least 1"],
  keepSelectors: [isTexts, "an array of CSS selectors"],
  hideSelectors: [isTexts, "an array of CSS selectors"],
};

/** Larger counts mean no limit: they do not fit the core's numbers, 32 and 16 bits. */
const MOST = { maxNodes: 2 ** 32 - 1, maxDepth: 512 };

/** The options as the core takes them: checked, without those that were left undefined and those nobody knows. */
export function optionsFrom(given: unknown): Options {
  if (given === undefined || given === null) return {};
  if (typeof given !== "object")
    throw new DehuskError("BAD_OPTION", `Options must be an object, not ${kindOf(given)}.`);
  const options: Record<string, unknown> = {};
  for (const [name, [fits, what]] of Object.entries(EXPECTED)) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    if (!fits(value)) throw new DehuskError("BAD_OPTION", `${name} must be ${what}.`);
    options[name] =
      name === "maxNodes" || name === "maxDepth" ? Math.min(value as number, MOST[name]) : value;
  }
  return options;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}

/** HTML as it was given, or the sentence that says why it is none: callers without types reach this too. */
export function htmlFrom(given: unknown): string {
  if (typeof given === "string") return given;
  throw new DehuskError("BAD_OPTION", `The page must be a string of HTML, not ${kindOf(given)}.`);
}

/** A document as it was given. Asked by `in`: a page can shadow what its document's properties hold, but not that they exist. */
export function documentFrom(given: unknown): Document {
  if (typeof given === "object" && given !== null && "documentElement" in given && "createElementNS" in given)
    return given as Document;
  throw new DehuskError("BAD_OPTION", `The page must be a Document, not ${kindOf(given)}.`);
}

function kindOf(given: unknown): string {
  if (given === null || given === undefined) return String(given);
  return typeof given === "object" ? Object.prototype.toString.call(given).slice(8, -1) : typeof given;
}
