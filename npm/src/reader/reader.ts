import { Sheets } from "../apply/sheets.js";
import { ownHosts } from "../own.js";
import type { Article } from "../types.js";
import { element } from "./dom.js";
import { attachStyle } from "./style.js";
import { view, type ViewOptions } from "./view.js";

/** How the reader is opened. */
export interface ReaderOptions extends Omit<ViewOptions, "actions"> {
  /** Blocks hidden on the page beneath; shown in the toolbar. */
  hidden?: number;
  /** “Restore page” was pressed. Without it there is no such button. */
  onRestore?: () => void;
  /** “Hidden blocks” was pressed. Without it the count is text. */
  onHidden?: () => void;
  /** “Options” was pressed. Without it there is no such button. */
  onOptions?: () => void;
  /** The reader was closed, by whatever way. */
  onClose?: () => void;
}

/** An open reader. */
export interface Reader {
  /** The `<dehusk-reader>` element on the page. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly closed: boolean;
  /** Says how many blocks are hidden now. */
  setHidden(count: number): void;
  /** Takes the reader off the page. Closing twice changes nothing. */
  close(): void;
}

/**
 * Opens the reader above the page. A modal dialog in a shadow tree of its own: the browser itself puts it on top, keeps focus and
 * screen readers inside, and gives both back on closing; the page keeps its markup, its scroll position and its focus.
 */
export function openReader(document: Document, article: Article, options: ReaderOptions = {}): Reader {
  const { host, root } = shadowHost(document);
  ownHosts.add(host);
  attachStyle(document, root);
  // On paper the reader stands for the page. The page's other styles do not know of it, and a rule in its document ends with it.
  const printing = new Sheets("@media print{html>:not(dehusk-reader){display:none!important}}");
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    shown.end();
    dialog.close();
    host.remove();
    printing.clear();
    options.onClose?.();
  };
  const shown = view(document, article, {
    ...options,
    actions: { close, restore: options.onRestore, hidden: options.onHidden, options: options.onOptions },
  });
  const dialog = element(
    document,
    "dialog",
    { class: "overlay", "aria-label": shown.strings.reader },
    shown.element,
  );
  shown.setHidden(options.hidden ?? 0);
  const back = (event: Event) => {
    event.preventDefault();
    if (!shown.dismiss()) close();
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") back(event);
  });
  // The back gesture of phones.
  dialog.addEventListener("cancel", back);
  // The browser may close a dialog by itself, whatever `cancel` says.
  dialog.addEventListener("close", close);
  for (const type of ["keydown", "keyup", "keypress", "click"])
    dialog.addEventListener(type, keepToOurselves);
  root.append(dialog);
  document.documentElement.append(host);
  printing.cover(host, document);
  dialog.showModal();
  shown.scroller.focus({ preventScroll: true });
  shown.recall();
  return {
    host,
    root,
    get closed() {
      return closed;
    },
    setHidden: shown.setHidden,
    close,
  };
}

/** A page that has registered `dehusk-reader` for itself gives its own shadow root to every such element; then a div serves. */
function shadowHost(document: Document): { host: HTMLElement; root: ShadowRoot } {
  try {
    const host = document.createElement("dehusk-reader");
    return { host, root: host.attachShadow({ mode: "open" }) };
  } catch {
    const host = document.createElement("div");
    return { host, root: host.attachShadow({ mode: "open" }) };
  }
}

/** The page's keyboard shortcuts are for the page. */
function keepToOurselves(event: Event): void {
  event.stopPropagation();
}
