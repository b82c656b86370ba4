import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { extension, program } from "../paths.mjs";
import { until } from "../suite/page.mjs";

export const commands = [
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "google-chrome-stable",
  "google-chrome",
];

/** Starts Chromium with the packed extension. `headless: false` shows the window. */
export async function launch({ headless = true } = {}) {
  const executablePath = program("DEHUSK_CHROMIUM", commands);
  if (executablePath === undefined)
    throw new Error("Chromium was not found; name its program in DEHUSK_CHROMIUM.");
  const folder = extension("chrome-mv3");
  const profile = mkdtempSync(join(tmpdir(), "dehusk-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    headless,
    executablePath,
    viewport: { width: 1200, height: 900 },
    args: ["--no-sandbox", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // A click before the background listens is lost, as in the first moments after an installation.
  await until("the background to listen", () =>
    worker.evaluate(() => chrome.action?.onClicked.hasListeners()),
  );
  const id = new URL(worker.url()).host;
  const browser = await context.browser().newBrowserCDPSession();
  const page = context.pages()[0] ?? (await context.newPage());
  await closeWelcome(context);
  await page.bringToFront();
  const errors = [];
  worker.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });

  const inWorker = async (run, argument) => {
    const [current] = context.serviceWorkers();
    return (current ?? worker).evaluate(run, argument);
  };

  return {
    name: "chromium",
    page,
    id,
    /** Errors that the background reported. */
    errors,
    goto: (url) => page.goto(url),
    /** Presses the extension's toolbar button, which grants it the page. */
    async click() {
      const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
      const tab = targetInfos.find(({ url }) => url === page.url());
      await browser.send("Extensions.triggerAction", { id, targetId: tab.targetId });
    },
    evaluate: (run, argument) => page.evaluate(run, argument),
    /** Gives the page a script that its policy would not let in. */
    inject: (source) => page.evaluate(source),
    /** Presses keys by name, one after the other, for instance `Tab` or `Escape`. */
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    /** What the toolbar says about the page: `{ text, title, popup }`. */
    action: () =>
      inWorker(async () => {
        const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const [text, title, popup] = await Promise.all([
          chrome.action.getBadgeText({ tabId }),
          chrome.action.getTitle({ tabId }),
          chrome.action.getPopup({ tabId }),
        ]);
        return { text, title, popup };
      }),
    size: (width, height) => page.setViewportSize({ width, height }),
    dark: (dark) => page.emulateMedia({ colorScheme: dark ? "dark" : "light" }),
    // Hiding the caret would leave empty style attributes on the page's fields.
    screenshot: (path) => page.screenshot({ path, caret: "initial" }),
    /** Clicks a point of the screen, CSS px. */
    async clickAt(x, y) {
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    },
    /** Address of one of the extension's own pages. */
    ownUrl: async (path) => `chrome-extension://${id}/${path}`,
    /** A page of the browser's own, where no extension may run. */
    ownPage: "chrome://version/",
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The page that a new extension opens stands in front of the test's own. */
async function closeWelcome(context) {
  for (let wait = 0; wait < 100; wait += 1) {
    const welcome = context.pages().find((page) => page.url().endsWith("/welcome.html"));
    if (welcome !== undefined) return welcome.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The extension opened no first page.");
}
