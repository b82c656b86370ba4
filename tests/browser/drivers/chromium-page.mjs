import { chromium } from "playwright-core";
import { program } from "../paths.mjs";

const COMMANDS = [
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "google-chrome-stable",
  "google-chrome",
];

/** Chromium's program. */
export function binary() {
  const found = program("DEHUSK_CHROMIUM", COMMANDS);
  if (found === undefined) throw new Error("Chromium was not found; name its program in DEHUSK_CHROMIUM.");
  return found;
}

/** What a test does with a page, with or without the extension. */
export const pageDriver = (page) => ({
  name: "chromium",
  page,
  goto: (url) => page.goto(url),
  evaluate: (run, argument) => page.evaluate(run, argument),
  /** Gives the page a script that its policy would not let in. */
  inject: (source) => page.evaluate(source),
  /** Presses keys by name, one after the other, for instance `Tab` or `Escape`. */
  async press(...keys) {
    for (const key of keys) await page.keyboard.press(key);
  },
  type: (text) => page.keyboard.type(text),
  size: (width, height) => page.setViewportSize({ width, height }),
  dark: (dark) => page.emulateMedia({ colorScheme: dark ? "dark" : "light" }),
  // Hiding the caret would leave empty style attributes on the page's fields.
  screenshot: (path) => page.screenshot({ path, caret: "initial" }),
  /** Clicks a point of the screen, CSS px. */
  async clickAt(x, y) {
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
  },
});

/** Starts Chromium without the extension. */
export async function open() {
  const browser = await chromium.launch({ executablePath: binary(), args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  return {
    ...pageDriver(page),
    /** From now on: addresses outside `origin` that were asked for, and errors. What a policy refuses is no request. */
    async watch(origin) {
      const seen = { left: [], errors: [] };
      const leaves = (url) => !url.startsWith(origin) && /^(https?|wss?):/.test(url);
      context.on("requestfinished", (request) => leaves(request.url()) && seen.left.push(request.url()));
      context.on("requestfailed", (request) => {
        if (leaves(request.url()) && request.failure().errorText !== "csp") seen.left.push(request.url());
      });
      context.on("weberror", (error) => seen.errors.push(error.error().message));
      return async () => seen;
    },
    close: () => browser.close(),
  };
}
