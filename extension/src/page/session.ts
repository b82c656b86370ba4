import { apply, type Article, type Cleaning, type HiddenBlock, type Judged } from "dehusk/edge";
import { openReader, type Reader } from "dehusk/reader";
import { text } from "../i18n";
import { readerStrings } from "../reader-strings";
import { loadSettings, saveSettings } from "../settings";
import { planOf } from "../verdict";
import { askEngine, sendCount } from "./judge";
import { openPanel } from "./panel";
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
  #cleaning: Cleaning | undefined;
  #reader: Reader | undefined;
  #article: Article | null = null;
  #readable = false;
  /** The address that was judged last. */
  #address = "";
  #busy = false;
  readonly #shown = new Set<HiddenBlock>();

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

  /** The toolbar button or its key was pressed. */
  async click(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      if (this.#reader !== undefined) this.#reader.close();
      else await this.#start();
    } finally {
      this.#busy = false;
    }
  }

  async #start(): Promise<void> {
    this.#clearSurfaces();
    if (this.#cleaning === undefined || this.#address !== location.href) {
      const judged = await this.#judge();
      if (this.#teardown.signal.aborted) return;
      if (judged === null) {
        this.#fail();
        return;
      }
      if (this.#cleaning === undefined) {
        this.#cleaning = apply(document, judged, () => this.#judge());
        this.#cleaning.observe();
        this.#report();
      }
    }
    if (this.#article !== null && this.#readable) await this.#read(this.#article);
    else this.#sayNoArticle();
  }

  /** Asks the engine about the page as it is now; null if it cannot say. */
  async #judge(): Promise<Judged | null> {
    const opinion = await askEngine().catch(() => null);
    if (opinion === null || "failed" in opinion.verdict) return null;
    const { capture, verdict } = opinion;
    // A page judged again may have more to read, or be another page; it has no less only because parts of it are hidden by now.
    if (verdict.readable || !this.#readable || this.#address !== location.href) {
      this.#article = verdict.article;
      this.#readable = verdict.readable;
    }
    this.#address = location.href;
    // Whoever asked hides what the plan names as soon as it has it: the next task sees the result.
    setTimeout(() => {
      this.#report();
    });
    return { nodes: capture.nodes, scopes: capture.scopes, plan: planOf(verdict) };
  }

  async #read(article: Article): Promise<void> {
    const settings = await loadSettings();
    if (this.#teardown.signal.aborted) return;
    this.#clearSurfaces();
    this.#reader = openReader(document, article, {
      strings: readerStrings(),
      settings,
      hidden: this.#cleaning?.hidden ?? 0,
      onSettings: saveSettings,
      onRestore: () => {
        this.end();
      },
      onClose: () => {
        this.#reader = undefined;
        if (!this.#teardown.signal.aborted && (this.#cleaning?.hidden ?? 0) > 0) this.#sayCleaned();
      },
    });
  }

  /** Gives the page back as it was. Nothing of the extension stays on it. */
  end(): void {
    this.#teardown.abort();
    this.#clearSurfaces();
    this.#reader?.close();
    this.#cleaning?.disconnect();
    this.#cleaning?.restore();
    sendCount(null);
    this.#onEnd();
  }

  #report(): void {
    const hidden = this.#cleaning?.hidden;
    if (hidden === undefined || this.#teardown.signal.aborted) return;
    this.#reader?.setHidden(hidden);
    sendCount(hidden);
  }

  /** Says that the page could not be read; before anything was done to it that is also the end. */
  #fail(): void {
    if (this.#cleaning === undefined) this.end();
    showToast(text("failed"), [], new AbortController().signal);
  }

  #sayNoArticle(): void {
    const hidden = this.#cleaning?.hidden ?? 0;
    const choices: Choice[] = [];
    const article = this.#article;
    if (article !== null) {
      choices.push({ name: "read", label: text("readAnyway"), run: () => void this.#read(article) });
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
      text("cleaned", this.#cleaning?.hidden ?? 0),
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
    if (this.#cleaning === undefined) return;
    this.#clearSurfaces();
    openPanel({
      cleaning: this.#cleaning,
      shown: this.#shown,
      onRestore: () => {
        this.#report();
      },
      restorePage: () => {
        this.end();
      },
      signal: this.#surfaces.signal,
    });
  }

  #clearSurfaces(): void {
    this.#surfaces.abort();
    this.#surfaces = new AbortController();
  }
}
