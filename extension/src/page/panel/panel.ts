import { text } from "../../i18n";
import type { Cleaner } from "../cleaner";
import { button, element } from "../dom";
import { outline } from "../outline";
import { pick } from "../picker";
import { surface } from "../surface";
import { toggleXray } from "../xray";
import { kinds } from "./kinds";
import { slider } from "./slider";

/** What the panel works on and whom it tells. */
export interface PanelOptions {
  cleaner: Cleaner;
  restorePage: () => void;
  openOptions: () => void;
  /** Closes the panel. */
  signal: AbortSignal;
}

export interface Panel {
  /** Draws what has changed. */
  draw: () => void;
}

/**
 * Opens the list of what was hidden and why beside the page, where one block, one kind or everything can be shown again, and more
 * can be hidden. It is no modal dialog: the page beneath can be looked at, scrolled and pointed at.
 */
export function openPanel({ cleaner, restorePage, openOptions, signal }: PanelOptions): Panel {
  const { root, remove } = surface("hidden");
  const gone = new AbortController();
  const frame = outline(gone.signal);
  const list = kinds(cleaner, frame);
  const count = element("p", { class: "count", role: "status" });
  const end = () => {
    gone.abort();
    cleaner.lower();
    remove();
  };
  const closing = (then: () => void) => () => {
    end();
    then();
  };
  const xray = button(
    text("xray"),
    () => {
      xray.setAttribute("aria-pressed", String(toggleXray(cleaner, gone.signal)));
      // What was shown last lies on top; the list is to stay within reach.
      panel.hidePopover();
      panel.showPopover();
      xray.focus();
    },
    { "data-action": "xray", "aria-pressed": "false" },
  );
  const more = button(
    text("hideMore"),
    () => {
      void pick(frame, gone.signal).then((picked) => {
        if (picked !== null) cleaner.hideAlways(picked);
        more.focus();
      });
    },
    { "data-action": "pick" },
  );
  const panel = element(
    "div",
    { class: "panel", role: "dialog", "aria-labelledby": "heading", popover: "manual", tabindex: "-1" },
    element(
      "div",
      { class: "head" },
      element("div", {}, element("h1", { id: "heading" }, text("whatWasHidden")), count),
      button("×", end, { class: "close", "data-action": "close", "aria-label": text("close") }),
    ),
    slider(cleaner),
    element("div", { class: "tools" }, xray, more),
    list.element,
    element(
      "div",
      { class: "foot" },
      button(text("restorePage"), closing(restorePage), { "data-action": "restore-page" }),
      button(text("options"), closing(openOptions), { "data-action": "options" }),
    ),
  );
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
  });
  signal.addEventListener("abort", end, { signal: gone.signal });
  const draw = () => {
    count.textContent = text("cleaned", cleaner.hidden);
    list.draw();
  };
  draw();
  root.append(panel);
  panel.showPopover();
  panel.focus({ preventScroll: true });
  return { draw };
}
