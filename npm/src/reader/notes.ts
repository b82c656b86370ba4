import { iconButton, textButton } from "./button.js";
import { goTo } from "./contents.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";

/** A longer link text is no footnote mark: “1”, “[12]”, “note 3”. Characters. */
const LONGEST_MARK = 8;

/** A longer target is a section, not a note. Characters. */
const LONGEST_NOTE = 1500;

/** Links within the text: footnotes open beside their mark, other places are gone to. */
export function followInnerLinks(kit: Kit, page: HTMLElement): void {
  let shut: (() => void) | null = null;
  page.addEventListener(
    "click",
    (event) => {
      const link = (event.target as Element).closest("a");
      const inNote = (event.target as Element).closest(".note") !== null;
      if (!inNote) shut?.();
      const href = link?.getAttribute("href");
      if (!link || !href?.startsWith("#")) return;
      // The page's address bar knows nothing of a shadow tree's ids.
      event.preventDefault();
      const target = page.querySelector<HTMLElement>(`#${CSS.escape(href.slice(1))}`);
      if (target === null) return;
      if (!inNote && isNote(link, target)) shut = openNote(kit, page, link, target, () => (shut = null));
      else goTo(target);
    },
    { signal: kit.signal },
  );
}

function isNote(link: Element, target: Element): boolean {
  const mark = link.textContent.trim();
  // The way back from a note is an arrow or a letter, and leads to a mark in a line of text.
  const forward = /\p{N}|[*†‡§¶]/u.test(mark) && (target.compareDocumentPosition(link) & 2) !== 0;
  return forward && mark.length <= LONGEST_MARK && target.textContent.length <= LONGEST_NOTE;
}

/** Shows a note in a box under its mark. Gives the way to close it. */
function openNote(
  { document, strings, signal }: Kit,
  page: HTMLElement,
  link: HTMLAnchorElement,
  target: HTMLElement,
  onClose: () => void,
): () => void {
  const close = (focus = false) => {
    box.remove();
    onClose();
    if (focus) link.focus();
  };
  const text = element(document, "div", { class: "text" });
  for (const node of target.childNodes) text.append(node.cloneNode(true));
  for (const copy of text.querySelectorAll("[id]")) copy.removeAttribute("id");
  // The ways back to where the person is anyway.
  for (const back of text.querySelectorAll('a[href^="#"]'))
    if (!/\p{L}{3}/u.test(back.textContent)) back.remove();
  const box = element(
    document,
    "div",
    {
      class: "note",
      role: "dialog",
      "aria-label": `${strings.note} ${link.textContent.trim()}`,
      tabindex: "-1",
    },
    text,
    element(
      document,
      "div",
      { class: "tools", lang: strings.lang },
      textButton(document, "go-to-note", strings.goToNote, () => {
        close();
        goTo(target);
      }),
      iconButton(document, "close-note", strings.dismiss, "close", () => {
        close(true);
      }),
    ),
  );
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    close(true);
  });
  signal.addEventListener("abort", () => {
    box.remove();
  });
  page.append(box);
  place(box, link, page);
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
  return close;
}

/** Under the mark, and within the column. */
function place(box: HTMLElement, link: HTMLElement, page: HTMLElement): void {
  const mark = link.getBoundingClientRect();
  const column = page.getBoundingClientRect();
  const wish = mark.left - column.left - box.offsetWidth / 2;
  const left = Math.max(8, Math.min(wish, column.width - box.offsetWidth - 8));
  box.style.setProperty("left", `${left}px`);
  box.style.setProperty("top", `${mark.bottom - column.top + 6}px`);
}
