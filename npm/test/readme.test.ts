// Every JavaScript block of the README runs as it stands, on the built package, imported by its public names.
import { execFile } from "node:child_process";
import { readFile, writeFile, rm, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
// Inside the package, so that it can import itself by name.
const FOLDER = new URL("../dist/readme/", import.meta.url);
const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");

// What the blocks take as given: a page as `html`, and a browser's `document`.
const GIVEN = `
import { JSDOM } from "jsdom";
const paragraphs = Array.from({ length: 10 }, (_, at) =>
  "<p>On day " + at + " the wind turned, the boats came home early, and the whole quay smelled of rope, salt and bread.</p>");
const html = "<!doctype html><html lang=en><head><title>Ten days of wind</title></head><body><article><h1>Ten days of wind</h1>" + paragraphs.join("") + "</article></body></html>";
`;
const BROWSER = `
const { window } = new JSDOM(html, { url: "https://example.org/", pretendToBeVisual: true });
const { document } = window;
Object.assign(globalThis, { document, customElements: window.customElements, HTMLElement: window.HTMLElement });
window.HTMLElement.prototype.showModal ??= function () { this.open = true; };
`;

beforeAll(() => mkdir(FOLDER, { recursive: true }));
afterAll(() => rm(FOLDER, { recursive: true }));

test("the README has examples of each entry", () => {
  for (const entry of [
    "dehusk",
    "dehusk/node",
    "dehusk/inline",
    "dehusk/live",
    "dehusk/reader",
    "dehusk/export",
    "dehusk/edge",
    "dehusk/engine",
  ]) {
    expect(readme).toContain(`from "${entry}"`);
  }
});

test.each(blocks.map((block, at) => [at + 1, block] as const))("block %i runs", async (at, block) => {
  const live = block.includes("document") ? BROWSER : "";
  const article = /^const (article|\{ article)/m.test(block)
    ? ""
    : `const article = (await import("dehusk").then(async (d) => (await d.default(), d.extract(html))));`;
  const file = fileURLToPath(new URL(`block-${at}.mjs`, FOLDER));
  await writeFile(file, `${GIVEN}${live}${block.includes("article") ? article : ""}\n${block}`);
  const { stderr } = await promisify(execFile)(process.execPath, [file], { cwd: PACKAGE });
  expect(stderr).toBe("");
});
