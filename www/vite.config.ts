import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { api } from "./api";

/** Writes the service worker that keeps all files of the build. */
const offline: Plugin = {
  name: "offline",
  apply: "build",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const files = ["./", ...Object.keys(bundle).map((name) => `./${name}`)];
      const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
      const worker = readFileSync(new URL("offline.js", import.meta.url), "utf8");
      this.emitFile({
        type: "asset",
        fileName: "offline.js",
        source: worker
          .replace("__FILES__", JSON.stringify(files))
          .replace("__VERSION__", JSON.stringify(`dehusk-${version}`)),
      });
    },
  },
};

/** Puts the package's public names into api.html, out of its declarations. */
const documentation: Plugin = {
  name: "api",
  transformIndexHtml: {
    order: "pre",
    handler: (html, { path }) => (path.endsWith("/api.html") ? html.replace("<!-- api -->", api()) : html),
  },
};

export default defineConfig({
  // The site can lie in any folder of any server.
  base: "./",
  plugins: [documentation, offline],
  worker: { format: "es" },
  build: {
    target: "es2022",
    // Sample pages and the mark stay files of their own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "install.html", "api.html"] },
  },
});
