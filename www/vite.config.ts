import { defineConfig } from "vite";

export default defineConfig({
  // The site can lie in any folder of any server.
  base: "./",
  build: {
    target: "es2022",
    // Sample pages and the mark stay files of their own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
