import type { Article } from "../types.js";
import { appearance } from "./appearance.js";
import { commandsOf } from "./commands.js";
import { contents, headingsOf } from "./contents.js";
import { directionOf } from "./direction.js";
import { element } from "./dom.js";
import { focusBand } from "./focus-band.js";
import { bundledFonts } from "./fonts.js";
import { keySheet, listenForKeys } from "./keys.js";
import type { Kit, ReaderState } from "./kit.js";
import { lightbox } from "./lightbox.js";
import { followSettings } from "./looks.js";
import { marks } from "./marks.js";
import { followInnerLinks } from "./notes.js";
import { noticeLine } from "./notice.js";
import { pageColumn } from "./page.js";
import type { ReaderPowers } from "./powers.js";
import { progress } from "./progress.js";
import { prose } from "./prose.js";
import { recall } from "./recall.js";
import { saving } from "./save.js";
import { settingsFrom, type ReaderSettings } from "./settings.js";
import { speech } from "./speech.js";
import { speechBar } from "./speech-bar.js";
import { Store } from "./store.js";
import { ENGLISH, type ReaderStrings } from "./strings.js";
import { toolbar, type ReaderActions } from "./toolbar.js";

/** What both the overlay and the custom element show. */
export interface ViewOptions {
  strings?: Partial<ReaderStrings> | undefined;
  settings?: Partial<ReaderSettings> | undefined;
  /** Called with all settings when the person changes one. A promise that is rejected makes the reader say that it could not be kept. */
  onSettings?: ((settings: ReaderSettings) => unknown) | undefined;
  actions?: ReaderActions | undefined;
  powers?: ReaderPowers | undefined;
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
  /** Brings back what is remembered; to be called when the view is on the page. */
  readonly recall: () => void;
  /** Ends all that goes on in the view. */
  readonly end: () => void;
}

/** Toolbar and article. */
export function view(document: Document, article: Article, options: ViewOptions): View {
  // Of the document's own realm: listeners take no signal of another's.
  const teardown = new (document.defaultView ?? globalThis).AbortController();
  const kit: Kit = {
    document,
    article,
    strings: { ...ENGLISH, ...options.strings },
    store: new Store<ReaderState>({
      settings: settingsFrom(options.settings),
      hidden: 0,
      panel: null,
      progress: 0,
      section: -1,
      speech: "off",
      notice: "",
    }),
    powers: options.powers ?? {},
    signal: teardown.signal,
  };
  const { store, strings } = kit;

  const body = prose(kit);
  const page = pageColumn(kit, body);
  const headings = headingsOf(body);
  const memory = recall(kit);
  const highlights = marks(kit, page, body, memory.keepHighlights);
  const voice = speech(kit, body);
  const save = saving(kit);
  const commands = commandsOf({
    kit,
    prose: body,
    headings,
    speech: voice,
    marks: highlights,
    saving: save,
    close: options.actions?.close,
  });
  const menus = [contents(kit, headings), save.menu, appearance(kit), keySheet(kit, commands)].filter(
    (menu) => menu !== null,
  );
  const bar = toolbar(kit, options.actions ?? {}, voice.toggle, menus);
  const scroller = element(document, "div", { class: "scroller", tabindex: "-1", autofocus: "" }, bar, page);
  const frame = element(
    document,
    "div",
    { class: "reader", dir: directionOf(strings.close) },
    progress(kit, scroller, body, headings, memory.keepPlace),
    scroller,
    focusBand(kit, scroller),
    speechBar(kit, voice),
    noticeLine(kit),
  );

  followSettings(kit, frame);
  bundledFonts(kit);
  followInnerLinks(kit, page);
  lightbox(kit, frame, body);
  listenForKeys(kit, frame, commands);
  store.watch(({ settings }, before) => {
    if (settings === before.settings) return;
    Promise.resolve(options.onSettings?.(settings)).catch(() => {
      store.change({ notice: strings.notKept });
    });
  });
  const dismiss = () => {
    const wasOpen = store.state.panel !== null;
    if (wasOpen) store.change({ panel: null });
    return wasOpen;
  };
  frame.addEventListener("click", (event) => {
    if (!bar.contains(event.target as Node)) dismiss();
  });
  return {
    element: frame,
    scroller,
    strings,
    dismiss,
    setHidden(hidden) {
      store.change({ hidden });
    },
    recall() {
      memory.load(scroller, body, highlights.draw);
    },
    end() {
      teardown.abort();
    },
  };
}
