import { branchesOf, type Branch } from "./tree.js";

/** A picture's bytes with their media type. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** Gives the bytes behind an address; null if they are out of reach. */
export type PictureSource = (url: string) => Promise<Picture | null>;

/** Pictures asked for at a time: as many as browsers load from one host. */
const AT_ONCE = 6;

/** Asks for every picture of a tree once. */
export async function picturesIn(root: Branch, source: PictureSource): Promise<Map<string, Picture>> {
  const urls = new Set(
    branchesOf(root).flatMap(({ name, attributes }) => (name === "img" ? (attributes.get("src") ?? []) : [])),
  );
  const waiting = [...urls];
  const found = new Map<string, Picture>();
  const work = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const picture = await source(url).catch(() => null);
      if (picture !== null) found.set(url, picture);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // In the order of the text, whoever answered first.
  return new Map([...urls].flatMap((url) => (found.has(url) ? [[url, found.get(url) as Picture]] : [])));
}

/** A picture as an address that holds it. */
export function dataUrl({ bytes, type }: Picture): string {
  let binary = "";
  // Engines limit the number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:${type};base64,${btoa(binary)}`;
}
