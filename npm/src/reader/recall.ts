import type { Kit } from "./kit.js";
import type { Highlight, Memory } from "./powers.js";
import { goToPlace } from "./progress.js";

export interface Recall {
  keepPlace: (place: number) => void;
  keepHighlights: (highlights: Highlight[]) => void;
  /** Goes back to the remembered place and draws the remembered highlights. */
  load: (scroller: HTMLElement, prose: HTMLElement, draw: (highlights: readonly Highlight[]) => void) => void;
}

/** What is remembered of an article from one reading to the next. */
export function recall({ powers: { memory }, signal, store, strings }: Kit): Recall {
  let kept: Memory = { place: 0, highlights: [] };
  let isLoaded = false;
  const keep = async (part: Partial<Memory>): Promise<void> => {
    if (memory === undefined) return;
    // Before the old memory is here a new one would wipe it out.
    if (!isLoaded) throw new Error("What was kept before is not known.");
    kept = { ...kept, ...part };
    await memory.save(kept);
  };
  return {
    keepPlace(place) {
      // A place that is forgotten is no matter.
      if (place !== kept.place) keep({ place }).catch(() => undefined);
    },
    keepHighlights(highlights) {
      keep({ highlights }).catch(() => {
        store.change({ notice: strings.notKept });
      });
    },
    load(scroller, prose, draw) {
      const take = (memories: Memory | null) => {
        isLoaded = true;
        if (memories === null || signal.aborted) return;
        kept = { ...kept, ...memories };
        draw(kept.highlights);
        if (kept.place > 0) goToPlace(scroller, prose, kept.place);
      };
      memory?.watch?.(({ highlights }) => {
        if (!isLoaded || JSON.stringify(highlights) === JSON.stringify(kept.highlights)) return;
        kept = { ...kept, highlights };
        draw(highlights);
      }, signal);
      void memory?.load().then(take, () => undefined);
    },
  };
}
