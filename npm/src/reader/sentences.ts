import { locales } from "./time.js";
import { blocksOf } from "./progress.js";
import { TextMap } from "./text-map.js";

/** A sentence of the text, in places of its `TextMap`. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
}

/** What is not read aloud: code and tables make no sense to the ear, footnote marks break sentences. */
const SILENT = "pre, table, math, sup a, figure:not(:has(figcaption))";

/** The sentences of a text, block by block: a heading without a full stop ends where it ends. */
export function sentencesOf(prose: HTMLElement, map: TextMap, lang: string | null): Sentence[] {
  const segmenter = new Intl.Segmenter(locales(lang), { granularity: "sentence" });
  const silent = [...prose.querySelectorAll(SILENT)];
  const found: Sentence[] = [];
  for (const block of blocksOf(prose)) {
    // Only what holds no other block, so that nothing is read twice.
    if (blocksOf(block).length > 0 || silent.some((part) => part.contains(block))) continue;
    // Folded away.
    if (!block.checkVisibility()) continue;
    const start = map.offsetOf(block, 0);
    if (start === undefined) continue;
    for (const { segment, index } of segmenter.segment(block.textContent)) {
      if (!/[\p{L}\p{N}]/u.test(segment)) continue;
      found.push({ start: start + index, end: start + index + segment.trimEnd().length, text: segment });
    }
  }
  return found;
}
