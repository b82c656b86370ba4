import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.mjs";

const SAMPLES = ["hijacked-portal", "pharma-blog", "news-wall", "japanese", "arabic", "technical"];

/** The sample pages with what www/samples/README.md says is expected of them. */
export const samples = SAMPLES.map((name) => ({
  name,
  file: join(ROOT, `www/samples/${name}.html`),
  expected: JSON.parse(readFileSync(join(ROOT, `www/samples/${name}.expected.json`), "utf8")),
}));

/** Where the page that started the project lies on the machines of those who have it. */
const SEED = join(ROOT, "../shared/corpus/seed");

/** That page, in two forms; empty where it is not at hand: it is not ours to publish. */
export const seeds = existsSync(SEED) ? ["seed", "seed.hard"].map(seed) : [];

function seed(name) {
  const truth = JSON.parse(readFileSync(join(SEED, "seed.truth.json"), "utf8"));
  const paragraphs = truth.text.split("\n\n");
  return {
    name,
    file: join(SEED, `pages/${name}.html`),
    expected: {
      ...truth,
      // The element of the page that names the source is not the reader's to show.
      source: null,
      dir: "ltr",
      lang: "zh",
      titleHijacked: true,
      first: paragraphs[0].slice(0, 30),
      last: paragraphs.at(-1).slice(-30),
      hidden: { spam: 1 },
      absent: truth.not_text.filter((text) => !truth.text.includes(text)),
      gone: [],
      kept: [],
    },
  };
}
