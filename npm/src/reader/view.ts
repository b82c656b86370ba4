import type { Article } from "../types.js";
import { element } from "./dom.js";
import { directionOf } from "./direction.js";
import { masthead } from "./masthead.js";
import { prose } from "./prose.js";
import { settingsFrom, SIZES, WIDTHS, type ReaderSettings } from "./settings.js";
import { ENGLISH, type ReaderStrings } from "./strings.js";
import { toolbar, type ToolbarActions } from "./toolbar.js";

/** What both the overlay and the custom element show. */
export interface ViewOptions {
  strings?: Partial<ReaderStrings> | undefined;
  settings?: Partial<ReaderSettings> | undefined;
  /** Called with all settings when the person changes one. */
  onSettings?: ((settings: ReaderSettings) => void) | undefined;
  actions?: ToolbarActions | undefined;
}

export interface View {
  /** Goes into a shadow root that carries the style sheet. */
  element: HTMLElement;
  /** The part that scrolls. */
  scroller: HTMLElement;
  strings: ReaderStrings;
  readonly setHidden: (count: number) => void;
  /** Closes the open panel; tells whether there was one. */
  readonly dismiss: () => boolean;
}

/** Toolbar and article. */
export function view(document: Document, article: Article, options: ViewOptions): View {
  const strings = { ...ENGLISH, ...options.strings };
  let settings = settingsFrom(options.settings);
  const tools = toolbar(
    document,
    strings,
    {
      get: () => settings,
      change(part) {
        settings = { ...settings, ...part };
        show();
        options.onSettings?.(settings);
      },
    },
    options.actions ?? {},
  );
  const source =
    article.url === null
      ? null
      : element(document, "a", { href: article.url, lang: strings.lang }, strings.original);
  const page = element(
    document,
    "article",
    {
      class: "page",
      lang: article.lang,
      dir: article.dir ?? directionOf(article.title + article.text),
      "aria-labelledby": "title",
    },
    masthead(document, article, strings),
    prose(document, article, strings),
    source && /^https?:/.test(article.url ?? "")
      ? element(document, "footer", { class: "source" }, source)
      : null,
  );
  const scroller = element(
    document,
    "div",
    { class: "scroller", tabindex: "-1", autofocus: "" },
    tools.element,
    page,
  );
  const frame = element(document, "div", { class: "reader", dir: directionOf(strings.close) }, scroller);
  const show = () => {
    frame.dataset.theme = settings.theme;
    frame.style.setProperty("--size", `${SIZES[settings.size]}px`);
    frame.style.setProperty("--measure", `${WIDTHS[settings.width]}em`);
  };
  show();
  followInnerLinks(frame);
  frame.addEventListener("click", (event) => {
    if (!tools.element.contains(event.target as Node)) tools.dismiss();
  });
  return { element: frame, scroller, strings, setHidden: tools.setHidden, dismiss: tools.dismiss };
}

/** Links to places in the text (footnotes, headings): the page's address bar knows nothing of a shadow tree's ids. */
function followInnerLinks(frame: HTMLElement): void {
  frame.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    const href = link?.getAttribute("href");
    if (!href?.startsWith("#")) return;
    event.preventDefault();
    const target = frame.querySelector<HTMLElement>(`#${CSS.escape(href.slice(1))}`);
    if (target === null) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  });
}
