import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Lets axe look at one element with all in it, or at what a context of axe names, but for the rules of `without`. */
export async function audit(driver, host, without = []) {
  await driver.inject(axe);
  const violations = await driver.evaluate(
    async ([context, off]) => {
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations: found } = await window.axe.run(context, { rules });
      return found.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
      );
    },
    [host, without],
  );
  assert.deepEqual(violations, []);
}
