// The main job on one page, as a person does it: open the page, press the extension's button, read, look at what was hidden.
//
//   node tests/browser/demo.mjs PAGE.html FOLDER-FOR-SCREENSHOTS
//
// With a screen the browser shows itself and stays open until its window is closed.
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, extname, join, normalize, relative } from "node:path";
import init, { extract } from "dehusk";
import { launch } from "./drivers/chromium.mjs";
import { press } from "./suite/page.mjs";

/** Longest wait for the extension after its button is pressed, milliseconds; a cold start on a busy machine takes a few seconds. */
const PATIENCE = 60_000;

/** Characters of a hidden block's text that are printed: one line of a terminal. */
const GLIMPSE = 70;

const TYPES = {
  ".html": "text/html",
  ".htm": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

const [file, shots] = process.argv.slice(2);
const hasScreen =
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) ||
  (process.platform === "darwin" && !process.env.CI);

/** Serves the page's folder on this machine, so that its own pictures and styles are found. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = join(
      folder,
      normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)),
    );
    const body = await readFile(path).catch(() => undefined);
    if (body === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { "content-type": TYPES[extname(path).toLowerCase()] ?? "application/octet-stream" })
        .end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

/** What the reader shows; null when the page has no article and a message says so. */
const readerText = () => {
  const root = document.querySelector("dehusk-reader")?.shadowRoot;
  if (!root) return null;
  const text = (selector) => root.querySelector(selector)?.textContent ?? null;
  return {
    title: text("#title"),
    byline: text(".masthead .byline"),
    date: root.querySelector(".masthead time")?.getAttribute("datetime") ?? null,
    site: text(".masthead .site"),
  };
};

/** What the panel “What was hidden” lists. */
const panelText = () => {
  const root = document.querySelector('[data-dehusk="hidden"]')?.shadowRoot;
  return [...(root?.querySelectorAll("section[data-kind]") ?? [])].map((section) => ({
    kind: section.dataset.kind,
    blocks: [...section.querySelectorAll("li")].map((item) => ({
      text: item.querySelector(".text")?.textContent ?? "",
      why: item.querySelector(".why")?.textContent ?? "",
    })),
  }));
};

const line = (name, value) => console.log(`${name.padEnd(10)} ${value ?? "–"}`);
const shorten = (text) => (text.length > GLIMPSE ? `${text.slice(0, GLIMPSE)}…` : text);

mkdirSync(shots, { recursive: true });
const server = await serve(dirname(file));
const browser = await launch({ headless: !hasScreen });
const { page } = browser;
try {
  const screenshot = async (name, about, fullPage) => {
    const path = join(shots, name);
    // What fades in is shown as it will be.
    await page.screenshot({ path, fullPage, animations: "disabled" });
    return [relative(process.cwd(), path), about];
  };
  const taken = [];
  await browser.goto(`http://127.0.0.1:${server.address().port}/${encodeURIComponent(basename(file))}`);
  const before = { title: await page.title(), html: await page.content(), url: page.url() };
  taken.push(await screenshot("1-page.png", "the page as it came", true));

  await browser.click();
  await page.waitForSelector('dehusk-reader, [data-dehusk="message"]', {
    state: "attached",
    timeout: PATIENCE,
  });
  const shown = await page.evaluate(readerText);
  const { text: badge } = await browser.action();
  if (shown !== null) {
    taken.push(await screenshot("2-reader.png", "the reader view", false));
    await browser.press("Escape");
  }
  await press(browser, "hidden");
  const kinds = await page.evaluate(panelText);
  if (kinds.length > 0) taken.push(await screenshot("3-hidden.png", "the list of what was hidden", false));
  await press(browser, "close");
  taken.push(await screenshot("4-cleaned.png", "the cleaned page", true));

  // The package gives the same article from the page's HTML; it also knows the words, which the reader turns into minutes.
  await init();
  const article = extract(before.html, { url: before.url });

  console.log();
  line("Page", relative(process.cwd(), file));
  line("Tab said", shorten(before.title));
  if (shown === null) {
    line("Article", "none, and a message says so");
  } else {
    line("Title", shown.title);
    line("Byline", shown.byline);
    line("Date", shown.date);
    line("Site", shown.site);
    line("Words", article?.words);
  }
  line("Hidden", `${badge || 0} blocks, says the badge`);
  for (const { kind, blocks } of kinds) {
    console.log(`\n  ${kind} (${blocks.length})`);
    for (const { text, why } of blocks)
      console.log(`    ${shorten(text.replace(/\s+/g, " "))}\n      ${why}`);
  }
  console.log();
  for (const [path, about] of taken) console.log(`${path.padEnd(28)} ${about}`);

  if (hasScreen) {
    if (shown !== null) await browser.click();
    console.log("\nThe window stays open to play with; close it to end.");
    await new Promise((closed) => page.context().once("close", closed));
  }
} catch (error) {
  console.error(`The demo could not go on: ${error.message.split("\n")[0]}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
