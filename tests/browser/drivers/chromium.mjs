import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { extension } from "../paths.mjs";
import { until } from "../suite/page.mjs";
import { binary, pageDriver } from "./chromium-page.mjs";

/**
 * Starts Chromium with the packed extension. `headless: false` shows the window; a `profile` that is given stays; `language` is
 * what the browser speaks.
 */
export async function launch({ headless = true, profile: given, language } = {}) {
  const folder = extension("chrome-mv3");
  const profile = given ?? mkdtempSync(join(tmpdir(), "dehusk-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    headless,
    executablePath: binary(),
    viewport: { width: 1200, height: 900 },
    args: [
      ...(language ? [`--lang=${language}`] : []),
      "--no-sandbox",
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // A click before the background listens is lost, as in the first moments after an installation.
  await until("the background to listen", () =>
    worker.evaluate(() => chrome.action?.onClicked.hasListeners()),
  );
  const id = new URL(worker.url()).host;
  const browser = await context.browser().newBrowserCDPSession();
  const page = context.pages()[0] ?? (await context.newPage());
  if (given === undefined) await closeWelcome(context);
  else closeWelcomes(context, page);
  await page.bringToFront();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const main = processInfo.find(({ type }) => type === "browser");
  const errors = [];
  worker.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });

  const inWorker = async (run, argument) => {
    const [current] = context.serviceWorkers();
    return (current ?? worker).evaluate(run, argument);
  };

  const inTab = (own) => ({
    ...pageDriver(own),
    /** Presses the extension's toolbar button, which grants it the page. Of tabs with the same address it is the first. */
    async click() {
      // Only the tab in front has a button.
      await own.bringToFront();
      const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
      const tab = targetInfos.find(({ url }) => url === own.url());
      await browser.send("Extensions.triggerAction", { id, targetId: tab.targetId });
    },
  });

  return {
    ...inTab(page),
    id,
    /** One more tab, with what a test does in it. */
    another: async () => inTab(await context.newPage()),
    /** Errors that the background reported. */
    errors,
    /** Runs a function in the extension's background. */
    background: inWorker,
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
    /** The file that the browser saves while `run` is at work. */
    async download(run) {
      const [download] = await Promise.all([page.waitForEvent("download"), run()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    },
    /** What was copied; "" for nothing. */
    async clipboard() {
      await context.grantPermissions(["clipboard-read"]);
      return page.evaluate(() => navigator.clipboard.readText());
    },
    /** Gives the extension's scripts on the page a voice: this machine has none. It is as fast as a test likes. */
    lendVoice: () => inOwnWorld(page, id, VOICE),
    /** Stops the service worker, as the browser does when it has been idle. */
    async stopBackground() {
      const own = await context.newPage();
      await own.goto(`chrome-extension://${id}/unavailable.html`);
      const debug = await context.newCDPSession(own);
      await debug.send("ServiceWorker.enable");
      await debug.send("ServiceWorker.stopAllWorkers");
      await own.close();
      await page.bringToFront();
    },
    /** Says yes beforehand to what the extension will ask for: a test cannot press the browser's own buttons. */
    async allowHosts(pattern) {
      await page.goto("chrome://extensions");
      await page.evaluate(
        ([extensionId, host]) => chrome.developerPrivate.addHostPermission(extensionId, host),
        [id, pattern],
      );
    },
    /** Address of one of the extension's own pages. */
    ownUrl: async (path) => `chrome-extension://${id}/${path}`,
    /** A page of the browser's own, where no extension may run. */
    ownPage: "chrome://version/",
    async close() {
      await context.close();
      if (given === undefined) rmSync(profile, { recursive: true, force: true });
    },
    /** Ends the browser as a crash or a loss of power would: it gets no chance to write anything. */
    async kill() {
      const gone = new Promise((resolve) => context.once("close", resolve));
      process.kill(main.id, "SIGKILL");
      await gone;
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

/** In a profile that was killed the extension may or may not be new, and its page comes when it likes. */
function closeWelcomes(context, page) {
  const close = async (other) => {
    await other.waitForURL("**/welcome.html");
    await other.close();
    await page.bringToFront();
  };
  // Of other pages nothing is asked.
  const closeIfOne = (other) => other !== page && close(other).catch(() => undefined);
  context.on("page", closeIfOne);
  context.pages().forEach(closeIfOne);
}

const VOICE = `Object.defineProperty(globalThis, "speechSynthesis", {
  configurable: true,
  value: {
    getVoices: () => [],
    cancel() {},
    speak: (utterance) => setTimeout(() => utterance.onend?.(), 300),
  },
})`;

/** Runs an expression where the extension's scripts of a page run. */
async function inOwnWorld(page, id, expression) {
  const debug = await page.context().newCDPSession(page);
  let contextId;
  debug.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) contextId = context.id;
  });
  await debug.send("Runtime.enable");
  await debug.send("Runtime.evaluate", { expression, contextId });
  await debug.detach();
}
