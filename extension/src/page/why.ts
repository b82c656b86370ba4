import type { Removal } from "dehusk/edge";
import { text } from "../i18n";

/** Words that may run in another direction than those around (Unicode Bidirectional Algorithm: FSI, PDI). */
const isolated = (words: string) => `\u2068${words}\u2069`;

/** Why a block was hidden, in the person's language; words of the page in it keep their own direction. */
export function why({ grounds }: Removal): string {
  return grounds.map(({ id, values }) => text(`why_${id}`, ...values.map(isolated))).join(" · ");
}
