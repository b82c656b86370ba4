import { ENGLISH, type ReaderStrings } from "dehusk/reader";
import { text, type MessageKey } from "./i18n";

/** What stands for a number in the reader's own strings, by the string it is in. */
const SLOTS: Partial<Record<keyof ReaderStrings, string>> = { hidden: "{count}", left: "{time}" };

/** The reader's words in the person's language: every one has a message `reader_NAME`. */
export function readerStrings(): ReaderStrings {
  const names = Object.keys(ENGLISH) as (keyof ReaderStrings)[];
  const words = names.map((name) => [
    name,
    name === "lang" ? text("lang") : text(`reader_${name}` as MessageKey, SLOTS[name] ?? ""),
  ]);
  return Object.fromEntries(words) as ReaderStrings;
}
