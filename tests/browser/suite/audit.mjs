import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Lets axe look at one element with all in it. */
export async function audit(driver, host) {
  await driver.inject(axe);
  const violations = await driver.evaluate(async (selector) => {
    const { violations: found } = await window.axe.run(document.querySelector(selector));
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  }, host);
  assert.deepEqual(violations, []);
}
