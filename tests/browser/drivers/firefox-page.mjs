import { writeFileSync } from "node:fs";
import { program } from "../paths.mjs";
import { until } from "../suite/page.mjs";
import { start } from "./marionette.mjs";

/** Firefox's program. */
export function binary() {
  const found = program("DEHUSK_FIREFOX", ["firefox-esr", "firefox"]);
  if (found === undefined) throw new Error("Firefox was not found; name its program in DEHUSK_FIREFOX.");
  return found;
}

/** For scripts in the browser's own window. */
export const WINDOW = `const window = Services.wm.getMostRecentWindow("navigator:browser");`;

/** Keys by the names that the DOM gives them, as WebDriver's code points. */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  ArrowRight: "\uE014",
  Home: "\uE011",
  End: "\uE010",
};

/** Headless Firefox makes no window narrower than this, CSS px; the page alone can be narrower. */
const NARROWEST = 500;

/** Keeps in the browser's window what pages ask for and which errors they report. */
const WATCH = `${WINDOW}
  const seen = (window.seenByTest = { left: [], errors: [] });
  Services.obs.addObserver((subject) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
    if (!loadInfo.triggeringPrincipal.isSystemPrincipal && !URI.spec.startsWith(args[0])) seen.left.push(URI.spec);
  }, "http-on-modify-request");
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.category !== "content javascript") return;
      if (!(message.flags & Ci.nsIScriptError.warningFlag)) seen.errors.push(message.errorMessage);
    },
  });`;

/** What a test does with a page, with or without the extension. */
export function pageDriver(firefox) {
  const keys = async (values) => {
    const actions = values.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await firefox.send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
  };
  return {
    name: "firefox",
    goto: (url) => firefox.send("WebDriver:Navigate", { url }),
    evaluate: (run, argument = null) => firefox.content(`return (${run})(...args);`, [argument]),
    // A script of Marionette is let in by every policy; one given to `eval` is not.
    inject: (source) => firefox.content(source, []),
    async press(...names) {
      await keys(names.map((name) => KEYS[name] ?? name));
    },
    type: (text) => keys([...text]),
    async size(width, height) {
      // The window's own bars stand above the page.
      await firefox.send("WebDriver:SetWindowRect", {
        width: Math.max(width, NARROWEST),
        height: height + 85,
      });
      await firefox.chrome(
        `${WINDOW} window.gBrowser.selectedBrowser.style.maxWidth = args[0];`,
        width < NARROWEST ? `${width}px` : "",
      );
      await until("the width", () => firefox.content(`return window.innerWidth === args[0];`, [width]));
    },
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
  };
}

/** Starts Firefox without the extension. */
export async function open() {
  const firefox = await start(binary());
  const driver = pageDriver(firefox);
  await driver.size(1400, 900);
  return {
    ...driver,
    async watch(origin) {
      await firefox.chrome(WATCH, origin);
      return () => firefox.chrome(`${WINDOW} return window.seenByTest;`);
    },
    close: () => firefox.quit(),
  };
}
