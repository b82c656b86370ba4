import type { Removal } from "dehusk";
import { element } from "../dom";

export const KINDS: Record<Removal["kind"], string> = {
  spam: "Spam",
  ad: "Ad",
  cookie: "Cookie notice",
  newsletter: "Newsletter box",
  share: "Share bar",
  related: "More stories",
  overlay: "Overlay",
  comments: "Comments",
};

/** The list of what was hidden, and why. `onShow` brings a block into sight on the page. */
export function removedList(removals: Removal[], onShow: (removal: Removal) => void): HTMLElement {
  if (removals.length === 0) return element("p", { class: "empty" }, "Nothing was hidden on this page.");
  return element("ol", { class: "removed" }, ...removals.map((removal) => entry(removal, onShow)));
}

function entry(removal: Removal, onShow: (removal: Removal) => void): HTMLElement {
  const { kind, reason, confidence, text, path } = removal;
  const show = element("button", { type: "button", class: "small" }, "Show on the page");
  show.addEventListener("click", () => {
    onShow(removal);
  });
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
    element("p", { class: "path" }, element("code", {}, path), " ", show),
  );
}
