import type { Article } from "dehusk/edge";
import { openReader, type Reader } from "dehusk/reader";
import { changeSettings } from "../change";
import { text } from "../i18n";
import { readerStrings } from "../reader-strings";
import { send } from "../send";
import { loadSettings, type Settings } from "../settings";
import type { Task } from "../task";
import { Cleaner } from "./cleaner";
import { heedThePerson } from "./heed";
import { sendCount } from "./judge";
import { openPanel, type Panel } from "./panel/panel";
import { readerPowers } from "./powers";
import { selectedArticle } from "./selection";
import { showToast, type Choice } from "./toast";

/**
 * What the extension does on one page, from the first click until the page is restored.
 *
 * First click: the page is cleaned, and the reader opens if there is an article. Then every click closes the reader or opens it again.
 */
export class Session {
  readonly #onEnd: () => void;
  readonly #teardown = new AbortController();
  /** Ends what is on the page at the moment: a message, the panel. */
  #surfaces = new AbortController();
  #cleaner: Cleaner | undefined;
  #reader: Reader | undefined;
  #panel: Panel | undefined;
  #busy = false;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
    addEventListener(
      "pageshow",
      () => {
        this.#report();
      },
      { signal: this.#teardown.signal },
    );
  }

  /** Does what a click, a key, a menu or automatic mode asks for. */
  async run(task: Task): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      if (task === "click" && this.#reader !== undefined) {
        this.#reader.close();
        return;
      }
      const settings = await loadSettings();
      if (task === "selection") {
        const article = selectedArticle();
        if (article !== null) this.#read(article, settings);
        return;
      }
      await this.#start(task === "click" ? settings.click : task, settings);
    } finally {
      this.#busy = false;
    }
  }

  async #start(task: Exclude<Task, "click" | "selection">, settings: Settings): Promise<void> {
    this.#clearSurfaces();
    const known = this.#cleaner;
    const cleaner =
      known ??
      new Cleaner(settings, {
        onChange: () => {
          this.#report();
        },
        onLost: () => {
          showToast(text("reader_notKept"), [], this.#surfaces.signal);
        },
      });
    if (known === undefined || cleaner.address !== location.href) {
      const read = await cleaner.start();
      if (this.#teardown.signal.aborted) return;
      if (!read) {
        this.#fail();
        return;
      }
      this.#cleaner = cleaner;
      this.#report();
    }
    const article = cleaner.readable ? cleaner.article : null;
    if (task === "panel") this.#openPanel();
    else if (task === "clean") this.#sayCleaned();
    else if (task === "auto") {
      if (article !== null && settings.auto === "reader") this.#read(article, settings);
    } else if (article !== null) this.#read(article, settings);
    else this.#sayNoArticle(settings);
  }

  #read(article: Article, settings: Settings): void {
    if (this.#teardown.signal.aborted) return;
    this.#clearSurfaces();
    this.#reader?.close();
    let closesTo: "message" | "panel" = "message";
    this.#reader = openReader(document, article, {
      strings: readerStrings(),
      settings: settings.reader,
      powers: readerPowers(),
      hidden: this.#cleaner?.hidden ?? 0,
      onSettings: (reader) => changeSettings({ reader }),
      onRestore: () => {
        this.end();
      },
      onHidden: () => {
        closesTo = "panel";
        this.#reader?.close();
      },
      onOptions: openOptions,
      onClose: () => {
        this.#reader = undefined;
        if (this.#teardown.signal.aborted) return;
        if (closesTo === "panel") this.#openPanel();
        else if ((this.#cleaner?.hidden ?? 0) > 0) this.#sayCleaned();
      },
    });
    heedThePerson(this.#reader.root, ".prose");
    // The next version of the extension finds it by this.
    this.#reader.host.dataset["dehusk"] = "reader";
  }

  /** Gives the page back as it was. Nothing of the extension stays on it. */
  end(): void {
    this.#teardown.abort();
    this.#clearSurfaces();
    this.#reader?.close();
    this.#cleaner?.end();
    sendCount(null);
    this.#onEnd();
  }

  #report(): void {
    const hidden = this.#cleaner?.hidden;
    if (hidden === undefined || this.#teardown.signal.aborted) return;
    this.#reader?.setHidden(hidden);
    this.#panel?.draw();
    sendCount(hidden);
  }

  /** Says that the page could not be read; before anything was done to it that is also the end. */
  #fail(): void {
    if (this.#cleaner === undefined) this.end();
    showToast(text("failed"), [], new AbortController().signal);
  }

  #sayNoArticle(settings: Settings): void {
    const hidden = this.#cleaner?.hidden ?? 0;
    const choices: Choice[] = [];
    const article = this.#cleaner?.article ?? null;
    if (article !== null) {
      const run = () => {
        this.#read(article, settings);
      };
      choices.push({ name: "read", label: text("readAnyway"), run });
    }
    if (hidden > 0) choices.push(...this.#waysBack("undo"));
    showToast(
      hidden > 0 ? text("noArticle", hidden) : text("noArticleNothing"),
      choices,
      this.#surfaces.signal,
    );
  }

  #sayCleaned(): void {
    showToast(
      text("cleaned", this.#cleaner?.hidden ?? 0),
      this.#waysBack("restorePage"),
      this.#surfaces.signal,
    );
  }

  #waysBack(label: "undo" | "restorePage"): Choice[] {
    return [
      {
        name: "restore",
        label: text(label),
        run: () => {
          this.end();
        },
      },
      {
        name: "hidden",
        label: text("whatWasHidden"),
        run: () => {
          this.#openPanel();
        },
      },
    ];
  }

  #openPanel(): void {
    if (this.#cleaner === undefined) return;
    this.#clearSurfaces();
    this.#panel = openPanel({
      cleaner: this.#cleaner,
      restorePage: () => {
        this.end();
      },
      openOptions,
      signal: this.#surfaces.signal,
    });
  }

  #clearSurfaces(): void {
    this.#surfaces.abort();
    this.#surfaces = new AbortController();
    this.#panel = undefined;
  }
}

function openOptions(): void {
  send({ type: "options" }).catch(() => undefined);
}
