import type { Kit } from "./kit.js";
import type { Highlight } from "./powers.js";
import { goToPlace } from "./progress.js";

export interface Recall {
  keepPlace: (place: number) => void;
  keepHighlights: (highlights: Highlight[]) => void;
  /** Goes back to the remembered place and draws the remembered highlights. */
  load: (scroller: HTMLElement, prose: HTMLElement, draw: (highlights: readonly Highlight[]) => void) => void;
}

/** What is remembered of an article from one reading to the next. */
export function recall({ powers: { memory }, signal }: Kit): Recall {
  let kept = { place: 0, highlights: [] as Highlight[] };
  let isLoaded = memory === undefined;
  const keep = (part: Partial<typeof kept>) => {
    // Before the old memory is here a new one would wipe it out.
    if (memory === undefined || !isLoaded) return;
    kept = { ...kept, ...part };
    memory.save(kept);
  };
  return {
    keepPlace(place) {
      if (place !== kept.place) keep({ place });
    },
    keepHighlights(highlights) {
      keep({ highlights });
    },
    load(scroller, prose, draw) {
      void memory?.load().then(
        (memories) => {
          isLoaded = true;
          if (memories === null || signal.aborted) return;
          kept = { ...kept, ...memories };
          draw(kept.highlights);
          if (kept.place > 0) goToPlace(scroller, prose, kept.place);
        },
        () => undefined,
      );
    },
  };
}
