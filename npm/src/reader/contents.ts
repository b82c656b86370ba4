import { element } from "./dom.js";
import type { Kit } from "./kit.js";
import { menu, type Menu } from "./menu.js";

/** Fewer headings are no help: a person sees them by scrolling. */
const FEWEST = 3;

/** Where the eye rests, as a share of the screen's height: the heading last above it is the current one. */
const EYE = 0.3;

/** The headings that make a table of contents; empty for texts that need none. */
export function headingsOf(prose: HTMLElement): HTMLElement[] {
  const found = [...prose.querySelectorAll<HTMLElement>("h1, h2, h3, h4")].filter(
    (heading) => heading.textContent.trim() !== "",
  );
  return found.length < FEWEST ? [] : found;
}

/** Table of contents with the current section marked; null for texts that need none. */
export function contents(kit: Kit, headings: HTMLElement[]): Menu | null {
  const { document, strings, store } = kit;
  if (headings.length === 0) return null;
  const top = Math.min(...headings.map(levelOf));
  const links = headings.map((heading) => {
    const link = element(
      document,
      "button",
      { type: "button", class: `entry level-${Math.min(levelOf(heading) - top, 2)}` },
      heading.textContent.trim(),
    );
    link.addEventListener("click", () => {
      store.change({ panel: null });
      goTo(heading);
    });
    return link;
  });
  store.watch(({ section, panel }, before) => {
    links.forEach((link, at) => {
      if (at === section) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (panel === "contents" && before.panel !== "contents")
      links[Math.max(section, 0)]?.scrollIntoView({ block: "nearest" });
  });
  const list = element(
    document,
    "ol",
    { class: "entries" },
    ...links.map((link) => element(document, "li", {}, link)),
  );
  return menu(kit, "contents", strings.contents, "contents", list);
}

/** Index of the heading the person is under; -1 before the first. */
export function sectionAt(headings: HTMLElement[], screen: number): number {
  return headings.findLastIndex((heading) => heading.getBoundingClientRect().top < screen * EYE);
}

/** Takes focus and screen to a place in the text. */
export function goTo(target: HTMLElement): void {
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

const levelOf = (heading: HTMLElement) => Number(heading.localName.slice(1));
