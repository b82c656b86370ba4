import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Sets of the corpus with clean pages. */
const SETS = ["scrapinghub", "readability", "defuddle", "trafilatura", "wcxb", "zhweb"];

/**
 * Pages to measure with: our own samples, and `perSet` pages spread over each set of a corpus folder, if there is one.
 * Gives `{ set, id, url, html }`.
 */
export function pages({ corpus, perSet }) {
  const found = samples();
  for (const set of SETS) {
    const folder = join(corpus, set);
    if (existsSync(join(folder, "truth.jsonl"))) found.push(...ofSet(folder, set, perSet));
  }
  return found;
}

function samples() {
  const folder = join(ROOT, "www/samples");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({
      set: "samples",
      id: file,
      url: `https://samples.test/${file}`,
      html: readFileSync(join(folder, file), "utf8"),
    }));
}

function ofSet(folder, set, count) {
  const rows = readFileSync(join(folder, "truth.jsonl"), "utf8").split("\n").filter(Boolean).map(JSON.parse);
  const step = Math.max(1, rows.length / count);
  const chosen = Array.from({ length: Math.min(count, rows.length) }, (_, at) => rows[Math.floor(at * step)]);
  return chosen.map(({ id, url }) => ({
    set,
    id,
    url: url?.startsWith("http") ? url : "https://page.test/",
    html: htmlOf(join(folder, "pages", `${id}.html`)),
  }));
}

function htmlOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : gunzipSync(readFileSync(`${file}.gz`)).toString();
}
