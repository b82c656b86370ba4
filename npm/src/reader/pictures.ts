import type { Picture } from "../export/pictures.js";

/** Types that every reader of saved files shows. */
const COMMON = new Set(["image/jpeg", "image/png", "image/gif"]);

/** Fetches a picture the way the page itself would; null where the page's rights end. */
export async function fetchPicture(url: string): Promise<Picture | null> {
  // What the page shows lies in the browser's cache already.
  const response = await fetch(url, {
    cache: "force-cache",
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  });
  if (!response.ok) return null;
  const blob = await response.blob();
  if (!blob.type.startsWith("image/")) return null;
  const shown = COMMON.has(blob.type) ? blob : await redrawn(blob);
  // A copy of our own: in Firefox the buffer is the page's, and an extension may look at it but take no part of it.
  return { bytes: new Uint8Array(new Uint8Array(await shown.arrayBuffer())), type: shown.type };
}

/** WebP, AVIF and SVG drawn anew as PNG. */
async function redrawn(blob: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}
