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
  // A violation means that something hostile was tried: what is shown must not even try.
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
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
  await page.getByRole("button", { name: "Read" }).click();
  await page.locator("dehusk-reader h1", { hasText: "Paste" }).waitFor();
  await tab("As it came");
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator("dehusk-reader [href^='javascript']").count(), 0);
});

test("a block clicked on the page says why it was hidden, and from which strictness on", async () => {
  await page.selectOption("#samples", { index: 0 });
  await said("words");
  await tab("X-ray");
  const farm = page.frameLocator("#page").locator("[data-dehusk=spam]").last();
  await farm.click({ force: true });
  await page.locator("#evidence .kind.spam").waitFor();
  await page.waitForFunction(() =>
    /^Hidden (from|at every)/.test(document.querySelector("#evidence .fate").textContent),
  );
  assert.match(await page.locator("#evidence .why").innerText(), /% sure/);
  await tab("Removed");
  await page.getByRole("button", { name: "Show on the page" }).first().click();
  assert.equal(await page.frameLocator("#page").locator("[data-chosen]").count(), 1);
});

test("the strictness changes what is hidden", async () => {
  const hidden = async (value) => {
    await page.evaluate(() => (document.getElementById("status").textContent = ""));
    await page.locator("#strictness").fill(value);
    await said("words");
    return page.frameLocator("#page").locator("[data-dehusk]:not([data-dehusk=article])").count();
  };
  await page.selectOption("#samples", { index: 2 });
  const [mild, strict] = [await hidden("0"), await hidden("1")];
  await hidden("0.5");
  assert.ok(strict > mild, `${mild} blocks at 0, ${strict} at 1`);
});

test("metadata says where each field was found", async () => {
  await page.selectOption("#samples", { index: 0 });
  await tab("Metadata");
  const title = page.locator(".metadata tbody tr").first();
  await title.getByText(plain(samples[0].expected.title)).waitFor();
  assert.match(await title.innerText(), /seen on the page|meta element|JSON-LD/);
});

test("the other tools read the same page", async () => {
  await page.selectOption("#samples", { index: 5 });
  await tab("Compare");
  await page.locator(".compare tbody tr").nth(2).waitFor();
  const rows = await page.locator(".compare tbody th").allInnerTexts();
  assert.deepEqual(rows, ["Dehusk", "Readability.js", "Defuddle"]);
  await page.locator(".compare details").nth(1).waitFor();
});

test("a link brings a pasted page back", async () => {
  await page.getByRole("button", { name: "Paste HTML" }).click();
  const html = `<title>Linked</title><article><h1>Linked</h1>${"<p>A paragraph with enough words to be read by somebody who likes to read paragraphs, one after the other.</p>".repeat(6)}</article>`;
  await page.locator("#html").fill(html);
  await page.getByRole("button", { name: "Read" }).click();
  await page.locator("dehusk-reader h1", { hasText: "Linked" }).waitFor();
  await page.context().grantPermissions(["clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await said("copied");
  assert.match(page.url(), /#page=.*strictness=0\.5/);
  await page.reload();
  await page.locator("dehusk-reader h1", { hasText: "Linked" }).waitFor();
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
  for (const name of ["Reader", "Markdown", "HTML", "Metadata", "Removed", "Compare"]) {
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

test("a large file leaves the window free while it is read", async () => {
  const found = await page.evaluate(async () => {
    const paragraph = "<p>A paragraph with enough words to be read by somebody who likes to read them.</p>";
    const html = `<title>Large</title><article><h1>Large</h1>${paragraph.repeat(40_000)}</article>`;
    const data = new DataTransfer();
    data.items.add(new File([html], "large.html", { type: "text/html" }));
    const gaps = [];
    let last = performance.now();
    const beat = setInterval(() => {
      gaps.push(performance.now() - last);
      last = performance.now();
    }, 20);
    document.getElementById("status").textContent = "";
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    const busy = document.getElementById("busy");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const progress = !busy.hidden;
    clearInterval(beat);
    return { progress, beats: gaps.length };
  });
  assert.ok(found.progress, "progress is shown while the worker reads");
  assert.ok(found.beats >= 3, `${found.beats} beats in the first 300 ms`);
  await page.locator("#large").waitFor();
  await page.waitForFunction(() => /words/.test(document.getElementById("status").textContent), null, {
    timeout: 120_000,
  });
});

test("nothing was asked of another machine, and nothing failed", () => {
  assert.deepEqual(trouble, []);
});

function plain(text) {
  return text.replaceAll(/\s+/g, " ").trim();
}
