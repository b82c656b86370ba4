import init, { clean, extract, type Options } from "dehusk";
import type { Answer, Asked, Ladder, Reading } from "./protocol";

/** Strictnesses at which a block's fate is looked up. */
const STEPS = Array.from({ length: 11 }, (_, step) => step / 10);

const ready = init();
let html = "";
let url: string | undefined;

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  ready
    .then(() => answer(data))
    .catch((cause: unknown): Answer => {
      const problem = cause instanceof Error ? cause.message : String(cause);
      return { id: data.id, problem };
    })
    .then(postMessage, () => undefined);
});

function answer(asked: Asked): Answer {
  const { id } = asked;
  if (asked.ask === "ladder") return { id, ladder: ladder() };
  if (asked.ask === "read") ({ html, url } = asked);
  return { id, reading: read(asked.strictness) };
}

function optionsAt(strictness: number): Options {
  return url === undefined ? { strictness } : { url, strictness };
}

function read(strictness: number): Reading {
  const options = optionsAt(strictness);
  const start = performance.now();
  const article = extract(html, options);
  const took = performance.now() - start;
  return { article, cleaned: clean(html, options), took };
}

function ladder(): Ladder {
  return STEPS.map((strictness) => ({ strictness, removals: clean(html, optionsAt(strictness)).removals }));
}
