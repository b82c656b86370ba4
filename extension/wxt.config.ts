import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { defineConfig } from "wxt";

const require = createRequire(import.meta.url);

/** Fonts that no operating system brings, by their names in the reader, with the weights that ship (`src/fonts.ts`). */
const FONTS = {
  legible: { font: "atkinson-hyperlegible", weights: ["400", "700"] },
  dyslexic: { font: "opendyslexic", weights: ["400"] },
};

function fontFiles() {
  return Object.entries(FONTS).flatMap(([name, { font, weights }]) => {
    const folder = dirname(require.resolve(`@fontsource/${font}/package.json`));
    const file = (weight: string) => ({
      absoluteSrc: resolve(folder, `files/${font}-latin-${weight}-normal.woff2`),
      relativeDest: `fonts/${name}-${weight}.woff2`,
    });
    return [...weights.map(file), licenceOf(`@fontsource/${font}`)];
  });
}

/** What is shipped carries the licence it came under. */
function licenceOf(name: string) {
  const folder = require.resolve
    .paths(name)
    ?.map((modules) => resolve(modules, name))
    .find(existsSync);
  const file = folder === undefined ? undefined : readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (folder === undefined || file === undefined) throw new Error(`${name} has no licence`);
  return { absoluteSrc: resolve(folder, file), relativeDest: `licences/${name.replace(/^.*\//, "")}.txt` };
}

/**
 * highlight.js can paint elements by itself, with innerHTML. Nobody here asks it to (`src/code-runs.ts`), and what is not
 * there needs no proof to a store's reviewer.
 */
function withoutPainting() {
  const PAINTS = "element.innerHTML = result.value;";
  return {
    name: "without-painting",
    transform: (code: string, id: string) =>
      /highlight\.js\/.*core\.js/.test(id) && code.includes(PAINTS) ? code.replace(PAINTS, "") : null,
  };
}

const dehusk = require.resolve("dehusk/package.json");

export default defineConfig({
  srcDir: "src",
  publicDir: "public",
  // Every name is imported where it is used.
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [withoutPainting()],
    resolve: { alias: { "tldts-experimental": resolve(import.meta.dirname, "src/host-parts.ts") } },
  }),
  targetBrowsers: ["chrome", "firefox", "safari"],
  hooks: {
    "build:publicAssets"(_, files) {
      files.push({
        absoluteSrc: resolve(dehusk, "../wasm/live/dehusk_bg.wasm"),
        relativeDest: "dehusk.wasm",
      });
      files.push(...fontFiles(), ...["highlight.js", "@ghostery/adblocker", "idb-keyval"].map(licenceOf));
    },
    "prepare:publicPaths"(_, paths) {
      paths.push("dehusk.wasm");
    },
  },
  manifest: ({ browser }) => ({
    name: "__MSG_name__",
    short_name: "Dehusk",
    description: "__MSG_description__",
    default_locale: "en",
    // The page of the moment, and only after a click; settings; the items of the context menus. None of them warns at install.
    permissions: ["activeTab", "contextMenus", "scripting", "storage"],
    // Automatic mode and links: one site at a time, asked for when the person wants it.
    optional_host_permissions: ["*://*/*"],
    action: { default_title: "__MSG_actionTitle__" },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+R" } },
      panel: { suggested_key: { default: "Alt+Shift+H" }, description: "__MSG_whatWasHidden__" },
    },
    // The engine is WebAssembly and runs in the background only.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "dehusk@dehusk.example",
              // The first that knows data_collection_permissions.
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : {
          // Element.checkVisibility with visibility and opacity.
          minimum_chrome_version: "121",
          // Columns of a page go to the engine without being turned into JSON; older versions ignore the key.
          message_serialization: "structured_clone",
        }),
  }),
});
