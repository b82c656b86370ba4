import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extension } from "../paths.mjs";
import { until } from "../suite/page.mjs";
import { binary, pageDriver, WINDOW } from "./firefox-page.mjs";
import { start } from "./marionette.mjs";

const ACTION = `${WINDOW}
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const extension = ExtensionParent.GlobalManager.getExtension(args[0]);
  const action = ExtensionParent.apiManager.global.browserActionFor(extension);`;

/** The page that a new extension opens stands in front of the test's own. */
const CLOSE_WELCOME = `${WINDOW}
  for (let wait = 0; wait < 100; wait += 1) {
    const tab = window.gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith("/welcome.html"));
    if (tab !== undefined) { window.gBrowser.removeTab(tab); return; }
    await new Promise((resolve) => window.setTimeout(resolve, 100));
  }
  throw new Error("The extension opened no first page.");`;

/** Starts Firefox with the packed extension. */
export async function launch() {
  const firefox = await start(binary());
  const { value: id } = await firefox.send("Addon:Install", {
    path: extension("firefox-mv3"),
    temporary: true,
  });
  await firefox.chrome(CLOSE_WELCOME);
  await firefox.send("WebDriver:SetWindowRect", { width: 1200, height: 985 });
  const downloads = mkdtempSync(join(tmpdir(), "dehusk-downloads-"));
  await firefox.chrome(
    `Services.prefs.setIntPref("browser.download.folderList", 2);
     Services.prefs.setStringPref("browser.download.dir", args[0]);
     // The list of downloads opens at each of them, and takes the keys meant for the page.
     Services.prefs.setBoolPref("browser.download.alwaysOpenPanel", false);`,
    downloads,
  );
  return {
    ...pageDriver(firefox),
    id,
    // Firefox writes what the background reports to the browser's console only.
    errors: [],
    /** Presses the extension's toolbar button, which grants it the page. A popup of the button that is still open would take the click. */
    click: () =>
      firefox.chrome(
        `${ACTION} window.document.getElementById("customizationui-widget-panel")?.hidePopup(); await action.triggerAction(window);`,
        id,
      ),
    action: () =>
      firefox.chrome(
        `${ACTION} const data = action.action.getContextData(window.gBrowser.selectedTab);
         return { text: data.badgeText, title: data.title, popup: data.popup };`,
        id,
      ),
    async download(run) {
      const known = new Set(readdirSync(downloads));
      await run();
      // What is still on its way has a companion of that name.
      const name = await until("the download", () => {
        const files = readdirSync(downloads);
        return files.some((file) => file.endsWith(".part"))
          ? undefined
          : files.find((file) => !known.has(file));
      });
      return { name, bytes: readFileSync(join(downloads, name)) };
    },
    clipboard: () => firefox.chrome(`${WINDOW} return window.navigator.clipboard.readText();`),
    /** Firefox brings voices for its own tests along. */
    lendVoice: () => firefox.chrome(`Services.prefs.setBoolPref("media.webspeech.synth.test", true);`),
    /** Stops the event page, as the browser does when it has been idle. */
    stopBackground: () =>
      firefox.chrome(
        `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
         await ExtensionParent.GlobalManager.getExtension(args[0]).terminateBackground({ disableResetIdleForTest: true });`,
        id,
      ),
    allowHosts: () =>
      firefox.chrome(`Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false);`),
    ownUrl: (path) =>
      firefox.chrome(
        `return "moz-extension://" + WebExtensionPolicy.getByID(args[0]).mozExtensionHostname + "/" + args[1];`,
        id,
        path,
      ),
    /** Puts the extension in place of itself, as an update does. */
    update: () => firefox.send("Addon:Install", { path: extension("firefox-mv3"), temporary: true }),
    ownPage: "about:license",
    async close() {
      await firefox.quit();
      rmSync(downloads, { recursive: true });
    },
  };
}
