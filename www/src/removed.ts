import type { Removal } from "dehusk";
import { element } from "./dom";

const KINDS: Record<Removal["kind"], string> = {
  spam: "Spam",
  ad: "Ad",
  cookie: "Cookie notice",
  newsletter: "Newsletter box",
  share: "Share bar",
  related: "More stories",
  overlay: "Overlay",
  comments: "Comments",
};

/** The list of what was hidden, and why. */
export function removedList(removals: Removal[]): HTMLElement {
  if (removals.length === 0) return element("p", { class: "empty" }, "Nothing was hidden on this page.");
  return element("ol", { class: "removed" }, ...removals.map(entry));
}

function entry({ kind, reason, confidence, text, path }: Removal): HTMLElement {
  return element(
    "li",
    {},
    element(
      "p",
      { class: "why" },
      element("span", { class: `kind ${kind}` }, KINDS[kind]),
      ` ${reason} · ${Math.round(confidence * 100)} % sure`,
    ),
    element("p", { class: "text", dir: "auto" }, text || "(no text)"),
    element("p", { class: "path" }, path),
  );
}
