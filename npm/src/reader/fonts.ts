import type { Kit } from "./kit.js";
import type { BundledFont } from "./powers.js";

/** Names under which the bundled fonts are loaded; no page has fonts of these names. */
const FAMILIES: Record<BundledFont, string> = { legible: "Dehusk Legible", dyslexic: "Dehusk Dyslexic" };

/** Loads a bundled font when it is chosen, and takes it off the document with the reader. */
export function bundledFonts({ document, store, powers, signal }: Kit): void {
  const asked = new Set<BundledFont>();
  store.watch(({ settings }) => {
    const font = settings.font;
    if ((font !== "legible" && font !== "dyslexic") || asked.has(font)) return;
    asked.add(font);
    void powers.font?.(font).then(
      (files) => {
        for (const { weight, bytes } of files) {
          const face = new FontFace(FAMILIES[font], bytes, { weight });
          document.fonts.add(face);
          if (signal.aborted) document.fonts.delete(face);
          signal.addEventListener("abort", () => document.fonts.delete(face));
        }
      },
      () => undefined,
    );
  });
}
