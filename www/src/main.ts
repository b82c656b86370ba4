import init, { clean, extract, type Article, type Cleaned } from "dehusk";
import { defineReader } from "dehusk/reader";
import { byId, element } from "./dom";
import { removedList } from "./removed";
import { SAMPLES } from "./samples";
import { tabs } from "./tabs";

/** A page a person brought, and what became of it. */
interface Reading {
  html: string;
  article: Article | null;
  cleaned: Cleaned;
  /** Time both took, ms. */
  took: number;
}

const frame = byId("page", HTMLIFrameElement);
const result = byId("result", HTMLElement);
const status = byId("status", HTMLElement);
let reading: Reading | undefined;

const show = (...children: (Node | string)[]) => {
  result.replaceChildren(...children);
  result.scrollTop = 0;
};

const pageTabs = tabs(byId("page-tabs", HTMLElement), "page", {
  Cleaned: () => {
    if (reading) frame.srcdoc = reading.cleaned.html;
  },
  "As it came": () => {
    if (reading) frame.srcdoc = reading.html;
  },
});

const resultTabs = tabs(byId("result-tabs", HTMLElement), "result", {
  Reader: () => {
    if (reading) show(reading.article === null ? noArticle() : readerOf(reading.article));
  },
  Markdown: () => {
    if (reading) show(reading.article === null ? noArticle() : element("pre", {}, reading.article.markdown));
  },
  Removed: () => {
    if (reading) show(removedList(reading.cleaned.removals));
  },
});

function noArticle(): HTMLElement {
  return element("p", { class: "empty" }, "There is no article on this page.");
}

function readerOf(article: Article): HTMLElement {
  const reader = document.createElement("dehusk-reader");
  reader.article = article;
  return reader;
}

function read(html: string, url?: string): void {
  const options = url === undefined ? {} : { url };
  const start = performance.now();
  const article = extract(html, options);
  const cleaned = clean(html, options);
  reading = { html, article, cleaned, took: performance.now() - start };
  pageTabs.refresh();
  resultTabs.refresh();
  status.textContent = summary(reading);
}

function summary({ article, cleaned, took }: Reading): string {
  const parts = [
    article === null ? "No article" : `${article.words.toLocaleString("en")} words`,
    `${cleaned.removals.length} blocks hidden`,
    ...(cleaned.titleHijacked ? ["the page's title was not its own"] : []),
    `${Math.round(took)} ms`,
  ];
  return `${parts.join(" · ")}.`;
}

/** Runs one way of getting a page; what goes wrong is said. */
function attempt(work: () => Promise<void>): void {
  work().catch((cause: unknown) => {
    status.textContent = cause instanceof Error ? cause.message : String(cause);
  });
}

function listen(): void {
  const samples = byId("samples", HTMLSelectElement);
  samples.append(...SAMPLES.map(({ name }, index) => element("option", { value: String(index) }, name)));
  const readSample = async () => {
    const sample = SAMPLES[samples.selectedIndex];
    if (sample !== undefined) read(await sample.load());
  };
  samples.addEventListener("change", () => {
    attempt(readSample);
  });
  attempt(readSample);

  const file = byId("file", HTMLInputElement);
  const readFile = (given: File | null | undefined) => {
    if (given)
      attempt(async () => {
        read(await given.text());
      });
  };
  file.addEventListener("change", () => {
    readFile(file.files?.[0]);
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    readFile(event.dataTransfer?.files[0]);
  });

  const dialog = byId("dialog", HTMLDialogElement);
  const html = byId("html", HTMLTextAreaElement);
  const url = byId("url", HTMLInputElement);
  byId("paste", HTMLButtonElement).addEventListener("click", () => {
    dialog.showModal();
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "read") {
      attempt(async () => {
        await Promise.resolve();
        read(html.value, url.value || undefined);
      });
    }
  });
}

defineReader();
status.textContent = "Starting …";
attempt(async () => {
  await init();
  listen();
});
