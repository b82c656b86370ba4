import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import init, { extract } from "dehusk";
import { ROOT } from "../paths.mjs";

const read = (name) => JSON.parse(readFileSync(join(ROOT, "tests/vectors", name), "utf8"));

/** Outputs that go to the browser at once: a script there may run for 30 s. */
const PORTION = 40;

/** The page that inserts markup; its policy lets its own script run, and pictures, and reports all else. */
export const vectorsPage = {
  name: "vectors",
  file: new URL("vectors.html", import.meta.url),
  headers: {
    "content-security-policy-report-only":
      "default-src 'none'; script-src 'nonce-own'; img-src http: https: data:; frame-src 'self'; base-uri *",
  },
};

/** Hostile markup that went through `extract` does nothing in a browser, whichever way it is inserted. */
export function vectorsSuite({ test, driver: driverOf, server }) {
  const { page, contexts } = read("contexts.json");
  const vectors = read("vectors.json");

  test("the trap works: vectors as they came run and are reported", async () => {
    const driver = driverOf();
    await driver.goto(server().url("vectors"));
    const happened = await run(driver, vectors.handlers, { plain: contexts.plain }, false);
    assert.ok(happened.filter((call) => call.includes(": trap(")).length > 20, happened.join("\n"));
    assert.ok(happened.some((call) => call.includes("script-src")));
  });

  test("nothing of a vector runs or loads after extract", async (context) => {
    await init();
    const driver = driverOf();
    await driver.goto(server().url("vectors"));
    const outputs = new Set();
    let count = 0;
    for (const vector of Object.values(vectors).flat()) {
      for (const [before, after] of Object.values(contexts)) {
        const article = extract(page[0] + before + vector + after + page[1], {
          url: server().url("article"),
        });
        // The article's own paragraphs are the same in all.
        outputs.add(article.html.replaceAll(/<p>[A-Z][^<]{200,}<\/p>/g, ""));
        count += 1;
      }
    }
    context.diagnostic(`${count} pages, ${outputs.size} different outputs`);
    // A style element around an output would be reported itself.
    const around = Object.fromEntries(Object.entries(contexts).filter(([name]) => name !== "style"));
    assert.deepEqual(await run(driver, [...outputs], around, true), []);
  });
}

async function run(driver, outputs, contexts, checked) {
  const happened = [];
  for (let from = 0; from < outputs.length; from += PORTION) {
    const portion = [outputs.slice(from, from + PORTION), contexts, checked];
    happened.push(...(await driver.evaluate((all) => window.run(all), portion)));
  }
  return happened;
}
