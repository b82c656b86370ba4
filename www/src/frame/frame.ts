import type { Article, Removal } from "dehusk";
import { articleBlocks } from "./article";
import { defang } from "./defang";
import { nodeAt, pathOf } from "./path";
import { SHEET, type View } from "./xray";

/** A block drawn on the page. */
export interface Mark {
  kind: Removal["kind"] | "article";
  element: HTMLElement;
  removal: Removal | undefined;
}

/** The page in its sandbox. */
export interface Frame {
  /** Shows another page; its text stays in this window. */
  load(html: string): Promise<void>;
  clear(): void;
  /** Draws a judgement on the page. */
  mark(article: Article | null, removals: Removal[]): void;
  show(view: View): void;
  /** Brings a removed block into sight. */
  reveal(removal: Removal): void;
  readonly marks: readonly Mark[];
  readonly document: Document | null;
}

/** `onClick` is told what was clicked: its path, and the mark it lies in, if any. */
export function frameOf(
  frame: HTMLIFrameElement,
  onClick: (path: string, mark: Mark | undefined) => void,
): Frame {
  let marks: Mark[] = [];
  let view: View = "xray";

  const page = () => frame.contentDocument;
  const markAt = (element: Element) =>
    marks.find((mark) => mark.removal && mark.element.contains(element)) ??
    marks.find((mark) => mark.element.contains(element));

  function choose(element: Element): void {
    for (const chosen of page()?.querySelectorAll("[data-chosen]") ?? [])
      chosen.removeAttribute("data-chosen");
    element.setAttribute("data-chosen", "");
  }

  function listen(inner: Document): void {
    inner.addEventListener(
      "click",
      (event) => {
        event.preventDefault();
        const at = event.target as Element | null;
        if (view !== "xray" || at === null) return;
        const mark = markAt(at);
        choose(mark?.element ?? at);
        onClick(pathOf(at.closest("[data-loose]")?.parentElement ?? at), mark);
      },
      true,
    );
    inner.addEventListener("submit", (event) => {
      event.preventDefault();
    });
  }

  function unmark(): void {
    for (const { element } of marks) {
      if (element.hasAttribute("data-loose")) element.replaceWith(...element.childNodes);
      for (const name of ["data-dehusk", "data-label", "data-veiled", "data-chosen"])
        element.removeAttribute(name);
    }
    marks = [];
  }

  function markNode(node: Element | Text | null, kind: Mark["kind"], removal?: Removal): void {
    if (node === null || page() === null) return;
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as HTMLElement) : wrapped(node as Text);
    if (element.hasAttribute("data-dehusk")) return;
    element.setAttribute("data-dehusk", kind);
    if (removal) {
      element.setAttribute("data-label", kind);
      if (element.getClientRects().length === 0 || element.getBoundingClientRect().right <= 0)
        element.setAttribute("data-veiled", "");
    }
    marks.push({ kind, element, removal });
  }

  return {
    load: (html) =>
      new Promise((loaded) => {
        marks = [];
        frame.addEventListener(
          "load",
          () => {
            const inner = page();
            const parsed = new DOMParser().parseFromString(html, "text/html");
            defang(parsed);
            if (inner !== null) {
              inner.replaceChild(inner.importNode(parsed.documentElement, true), inner.documentElement);
              const sheet = inner.createElement("style");
              sheet.textContent = SHEET;
              // Beside the body, so that the paths of what lies in head and body still fit.
              inner.documentElement.append(sheet);
              inner.documentElement.setAttribute("data-view", view);
              listen(inner);
            }
            loaded();
          },
          { once: true },
        );
        frame.srcdoc = "<!doctype html>";
      }),
    clear() {
      marks = [];
      frame.srcdoc = "";
    },
    mark(article, removals) {
      const inner = page();
      if (inner === null) return;
      unmark();
      // All nodes first: wrapping a text shifts the elements after it.
      const nodes = removals.map((removal) => ({ removal, node: nodeAt(inner, removal.path) }));
      for (const { node, removal } of nodes) markNode(node, removal.kind, removal);
      for (const block of articleBlocks(inner, article)) if (!markAt(block)) markNode(block, "article");
    },
    show(next) {
      view = next;
      page()?.documentElement.setAttribute("data-view", view);
    },
    reveal(removal) {
      const mark = marks.find((found) => found.removal === removal);
      if (mark === undefined) return;
      choose(mark.element);
      mark.element.scrollIntoView({ block: "center" });
    },
    get marks() {
      return marks;
    },
    get document() {
      return page();
    },
  };
}

/** A text in an element that can be drawn. */
function wrapped(text: Text): HTMLElement {
  const span = text.ownerDocument.createElement("span");
  span.setAttribute("data-loose", "");
  text.replaceWith(span);
  span.append(text);
  return span;
}
