// What every consumer does with the package, and what must come of it.
import assert from "node:assert/strict";

const sentence =
  "The mill by the river ground flour for nine villages, and its wheel was mended every spring. ";

/** A page with an article, a link farm and an advertisement. */
export const page = `<!doctype html><html lang="en"><head><title>The mill by the river</title></head><body>
<article><h1>The mill by the river</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(6)}</article>
<div style="display:none">${Array.from({ length: 20 }, (_, i) => `<a href="https://farm${i}.example/">cheap pills ${i}</a> `).join("")}</div>
</body></html>`;

/** What every consumer uses. */
export const NAMES = "{ extract, clean, isReadable, version, DehuskError }";

/** The line that imports it. */
export const importing = (from) => `import init, ${NAMES} from "${from}";`;

/** A page that runs one script. */
export const html = (script) =>
  `<!doctype html><html lang="en"><head><title>Consumer</title><script type="module" src="${script}"></script></head></html>`;

/** Body of a consumer's module after `init` and the other names are imported; leaves its findings in `found`. */
export const use = `
const page = ${JSON.stringify(page)};
const article = extract(page, { url: "https://mill.example/story" });
const cleaned = clean(page);
let code;
try { extract(page, { strictness: 7 }); } catch (error) { code = error instanceof DehuskError ? error.code : String(error); }
const found = {
  version: version(), title: article?.title, text: article?.text, words: article?.words,
  readable: isReadable(page), farm: cleaned.html.includes("cheap pills"), kinds: cleaned.removals.map((removal) => removal.kind), code,
};
`;

/** A module for a page, which is asked for `globalThis.found`; `given` is what `init` is called with. */
export const main = (from, given = "") =>
  `${importing(from)}\nawait init(${given});\n${use}\nglobalThis.found = found;`;

/** A module for a command line, which prints what it found. */
export const printing = (from) =>
  `${importing(from)}\nawait init();\n${use}\nconsole.log(JSON.stringify(found));`;

/** Checks a consumer's findings. */
export function check(found) {
  assert.match(found.version, /^\d+\.\d+\.\d+/);
  assert.equal(found.title, "The mill by the river");
  assert.ok(found.text.includes(sentence.trim()), "the article's text is there");
  assert.ok(!found.text.includes("cheap pills"), "the link farm is not in the article");
  assert.equal(found.words, found.text.trim().split(/\s+/).length);
  assert.equal(found.readable, true);
  assert.equal(found.farm, false, "the cleaned page is without the link farm");
  assert.ok(found.kinds.includes("spam"));
  assert.equal(found.code, "BAD_OPTION");
}
