import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { chromium } from "playwright-core";
import { commands } from "./drivers/chromium.mjs";
import { program, ROOT } from "./paths.mjs";
import { samples } from "./suite/expected.mjs";

const SITE = process.env.DEHUSK_SITE ?? join(ROOT, "dist/www");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let server;
let page;
/** Requests that left the machine, and errors. */
const trouble = [];

before(async () => {
  if (!existsSync(join(SITE, "index.html")))
    throw new Error(`There is no site in ${SITE}; run \`cargo xtask pack\`.`);
  server = createServer((request, response) => {
    const path = join(
      SITE,
      normalize(new URL(request.url, "http://localhost").pathname).replace(/\/$/, "/index.html"),
    );
    if (!existsSync(path)) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[extname(path)] }).end(readFileSync(path));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: program("DEHUSK_CHROMIUM", commands),
    args: ["--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const leaves = (request) => !request.url().startsWith(origin) && !/^(data|about):/.test(request.url());
  page.on("requestfinished", (request) => leaves(request) && trouble.push(request.url()));
  // What the policy refuses never left.
  page.on("requestfailed", (request) => {
    if (leaves(request) && request.failure().errorText !== "csp") trouble.push(request.url());
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  page.setDefaultTimeout(10_000);
  await page.goto(`${origin}/`);
});

beforeEach(async () => {
  await tab("Reader");
  await tab("Cleaned");
});

after(async () => {
  await browser?.close();
  server?.close();
});

const said = (pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById("status").textContent),
    pattern,
  );
const tab = (name) => page.getByRole("tab", { name, exact: true }).click();

for (const [index, { name, expected }] of samples.entries()) {
  test(`the site reads ${name}`, async () => {
    await page.evaluate(() => (document.getElementById("status").textContent = ""));
    await page.selectOption("#samples", { index: index === 0 ? 1 : 0 });
    await said("words");
    await page.selectOption("#samples", { index });
    const reader = page.locator("dehusk-reader");
    await reader.locator("h1", { hasText: plain(expected.title).slice(0, 20) }).waitFor();
    assert.ok((await reader.locator(".prose").innerText()).includes(expected.first));
    await tab("Markdown");
    const markdown = await page.locator("#result pre").innerText();
    assert.ok(
      plain(markdown).includes(plain(expected.first)) && plain(markdown).includes(plain(expected.last)),
    );
    await tab("Removed");
    // What lies over a page is known from its layout, which a string of HTML does not have.
    for (const [kind, least] of Object.entries(expected.hidden).filter(([key]) => key !== "overlay")) {
      const found = await page.locator(`.removed .kind.${kind}`).count();
      assert.ok(found >= least, `${kind}: ${found} of at least ${least}`);
    }
    const cleaned = await page.frameLocator("#page").locator("body").innerText();
    for (const spam of expected.spam) assert.ok(!cleaned.includes(spam), spam);
  });
}

test("pasted HTML runs nothing and loads nothing", async () => {
  const html = `<title>x</title><script>parent.hit = 1</script><article><h1>Paste</h1>${"<p>A paragraph with enough words to be read by somebody who likes to read paragraphs, one after the other.</p>".repeat(6)}
    <img src="https://tracker.example/pixel.png" onerror="parent.hit = 1"><a href="javascript:parent.hit=1">link</a><iframe src="https://frame.example/"></iframe></article>`;
  await page.getByRole("button", { name: "Paste HTML" }).click();
  await page.locator("#html").fill(html);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await page.locator("dehusk-reader h1", { hasText: "Paste" }).waitFor();
  await tab("As it came");
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator("dehusk-reader [href^='javascript']").count(), 0);
});

test("a file dropped on the window is read", async () => {
  const transfer = await page.evaluateHandle(
    (html) => {
      const data = new DataTransfer();
      data.items.add(new File([html], "page.html", { type: "text/html" }));
      return data;
    },
    readFileSync(samples[5].file, "utf8"),
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await page.locator("dehusk-reader h1", { hasText: "Counting visitors" }).waitFor();
});

test("axe finds nothing wrong on the site, and a phone's width is enough", async () => {
  await page.evaluate(axe);
  for (const name of ["Reader", "Markdown", "Removed"]) {
    await tab(name);
    const violations = await page.evaluate(async () =>
      (await window.axe.run({ exclude: ["#page"] })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`,
      ),
    );
    assert.deepEqual(violations, [], name);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
});

test("nothing was asked of another machine, and nothing failed", () => {
  assert.deepEqual(trouble, []);
});

function plain(text) {
  return text.replaceAll(/\s+/g, " ").trim();
}
