import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extension, program } from "../paths.mjs";
import { until } from "../suite/page.mjs";
import { start } from "./marionette.mjs";

export const commands = ["firefox-esr", "firefox"];

/** Keys by the names that the DOM gives them, as WebDriver's code points. */
const KEYS = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", Space: " ", ArrowRight: "\uE014" };

const WINDOW = `const window = Services.wm.getMostRecentWindow("navigator:browser");`;
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
  const binary = program("DEHUSK_FIREFOX", commands);
  if (binary === undefined) throw new Error("Firefox was not found; name its program in DEHUSK_FIREFOX.");
  const firefox = await start(binary);
  const { value: id } = await firefox.send("Addon:Install", {
    path: extension("firefox-mv3"),
    temporary: true,
  });
  await firefox.chrome(CLOSE_WELCOME);
  await firefox.send("WebDriver:SetWindowRect", { width: 1200, height: 985 });
  const downloads = mkdtempSync(join(tmpdir(), "dehusk-downloads-"));
  await firefox.chrome(
    `Services.prefs.setIntPref("browser.download.folderList", 2);
     Services.prefs.setStringPref("browser.download.dir", args[0]);`,
    downloads,
  );
  const keys = async (values) => {
    const actions = values.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await firefox.send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
  };

  return {
    name: "firefox",
    id,
    // Firefox writes what the background reports to the browser's console only.
    errors: [],
    goto: (url) => firefox.send("WebDriver:Navigate", { url }),
    /** Presses the extension's toolbar button, which grants it the page. A popup of the button that is still open would take the click. */
    click: () =>
      firefox.chrome(
        `${ACTION} window.document.getElementById("customizationui-widget-panel")?.hidePopup(); await action.triggerAction(window);`,
        id,
      ),
    evaluate: (run, argument = null) => firefox.content(`return (${run})(...args);`, [argument]),
    inject: (source) => firefox.content(`window.eval(args[0]);`, [source]),
    async press(...names) {
      await keys(names.map((name) => KEYS[name] ?? name));
    },
    type: (text) => keys([...text]),
    action: () =>
      firefox.chrome(
        `${ACTION} const data = action.action.getContextData(window.gBrowser.selectedTab);
         return { text: data.badgeText, title: data.title, popup: data.popup };`,
        id,
      ),
    size: (width, height) =>
      // The window's own bars stand above the page.
      firefox.send("WebDriver:SetWindowRect", { width, height: height + 85 }),
    dark: (dark) =>
      firefox.chrome(
        `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", args[0]);`,
        dark ? 0 : 1,
      ),
    async screenshot(path) {
      const { value } = await firefox.send("WebDriver:TakeScreenshot", { full: false });
      writeFileSync(path, Buffer.from(value, "base64"));
    },
    async clickAt(x, y) {
      const actions = [
        { type: "pointerMove", x, y },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      await firefox.send("WebDriver:PerformActions", {
        actions: [{ type: "pointer", id: "mouse", actions }],
      });
    },
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
