import { createRequire } from "node:module";
import { resolve } from "node:path";
import { defineConfig } from "wxt";

const dehusk = createRequire(import.meta.url).resolve("dehusk/package.json");

export default defineConfig({
  srcDir: "src",
  publicDir: "public",
  // Every name is imported where it is used.
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ["chrome", "firefox"],
  hooks: {
    "build:publicAssets"(_, files) {
      files.push({
        absoluteSrc: resolve(dehusk, "../wasm/live/dehusk_bg.wasm"),
        relativeDest: "dehusk.wasm",
      });
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
    // The page of the moment, and only after a click; settings. Nothing at install.
    permissions: ["activeTab", "scripting", "storage"],
    action: { default_title: "__MSG_actionTitle__" },
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+R" } } },
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
