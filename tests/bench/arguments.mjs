import { parseArgs } from "node:util";

/** `--corpus FOLDER --pages N --calls N --out FILE`; `pages` of each set where none are named. */
export function read({ pages = 12 } = {}) {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string", default: "../shared/corpus" },
      pages: { type: "string", default: String(pages) },
      calls: { type: "string", default: "5" },
      out: { type: "string" },
    },
  });
  return {
    corpus: values.corpus,
    perSet: Number(values.pages),
    calls: Number(values.calls),
    out: values.out,
  };
}
