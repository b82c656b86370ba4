import { nativesOf, property } from "./natives.js";

/** What a tree without a parent hangs on: a shadow root on its host, a frame's document on the frame's element. */
export function hostOf(root: Node): { node: Node; step: "#shadow-root" | "#document" } | null {
  const host = property(root, "host");
  if (host) return { node: host as Node, step: "#shadow-root" };
  const view = property(root, "defaultView") as Window | null | undefined;
  try {
    // An own property of the window, and out of reach where the outer page is of another origin.
    const frame = view?.frameElement;
    return frame ? { node: frame, step: "#document" } : null;
  } catch {
    return null;
  }
}

/** The nodes from `inner` outwards, itself first, through shadow hosts and frames up to the page's document. */
export function* outwards(document: Document, inner: Node): Generator<Node> {
  const natives = nativesOf(document);
  for (let at: Node | null = inner; at !== null; at = natives.parentNode(at) ?? hostOf(at)?.node ?? null)
    yield at;
}

/** Whether `inner` lies in `outer` or is it. */
export function holds(document: Document, outer: Node, inner: Node): boolean {
  for (const node of outwards(document, inner)) if (node === outer) return true;
  return false;
}
