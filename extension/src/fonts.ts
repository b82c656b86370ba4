import type { BundledFont } from "dehusk/reader";
import { browser } from "wxt/browser";
import { toBase64 } from "./base64";

/** OpenDyslexic's bold is as large as a third of the engine; browsers thicken the letters themselves. */
const WEIGHTS: Record<BundledFont, string[]> = { legible: ["400", "700"], dyslexic: ["400"] };

/** The files of a font that comes with the extension. A page could not load them itself: they are not open to the web. */
export function fontFiles(font: BundledFont): Promise<{ weight: string; base64: string }[]> {
  return Promise.all(
    WEIGHTS[font].map(async (weight) => {
      const url = new URL(`fonts/${font}-${weight}.woff2`, browser.runtime.getURL("/"));
      const response = await fetch(url);
      return { weight, base64: toBase64(new Uint8Array(await response.arrayBuffer())) };
    }),
  );
}
