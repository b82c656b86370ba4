// Ten thousand pages through one instance: its memory must stop growing.
import assert from "node:assert/strict";
import test from "node:test";
import { page } from "./consumer.mjs";
import { project } from "./project.mjs";

/** Pages read; the memory of the first tenth is where it must stay. */
const PAGES = 10_000;
/** What the plateau may rise by after the first tenth, bytes: noise of Node's own heap, under a tenth of a KB per page. */
const SLACK = 16 << 20;

test(`${PAGES} pages reach a plateau of memory`, async () => {
  const main = `import { extract } from "dehusk/node";
const page = ${JSON.stringify(page)};
const samples = [];
for (let at = 1; at <= ${PAGES}; at += 1) {
  // Pages of many lengths, so that the allocator has something to fragment.
  const more = "<p>Grain came by cart and left by barge in every month but one of the year.</p>".repeat(at % 40);
  if (extract(page.replace("</article>", more + "</article>"), { url: "https://mill.example/" + at }) === null) throw new Error("no article");
  if (at % ${PAGES / 10} === 0) { gc(); samples.push(process.memoryUsage().rss); }
}
console.log(JSON.stringify(samples));`;
  await project({ "main.mjs": main }, async (_, run) => {
    const samples = JSON.parse(await run("node", ["--expose-gc", "main.mjs"]));
    const rise = Math.max(...samples.slice(1)) - samples[0];
    assert.ok(rise < SLACK, `memory rose by ${rise} bytes after the first tenth: ${samples}`);
  });
});
