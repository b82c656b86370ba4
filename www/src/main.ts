import { decode } from "dehusk";
import { defineReader } from "dehusk/reader";
import { byId } from "./dom";
import { startEngine } from "./engine/client";
import type { Ladder, Reading } from "./engine/protocol";
import { evidence } from "./evidence";
import { frameOf } from "./frame/frame";
import { drawMap } from "./frame/map";
import type { View } from "./frame/xray";
import { handedPage } from "./handed";
import { inputs } from "./inputs";
import { keepOffline } from "./offline";
import { SAMPLES } from "./samples";
import { fragmentOf, stateFrom } from "./state";
import { summary } from "./summary";
import { tabs } from "./tabs";
import { empty, offer } from "./views/empty";
import { metadata } from "./views/metadata";
import { reader } from "./views/reader";
import { removedList } from "./views/removed";
import { source } from "./views/source";

/** A page a person brought. */
interface Page {
  html: string;
  url?: string | undefined;
  sample?: string | undefined;
}

/** A page longer than this is drawn, and given to other tools, only when asked for, characters: that stops the window. */
const LARGE = 3_000_000;

const engine = startEngine();
const result = byId("result", HTMLElement);
const status = byId("status", HTMLElement);
const busy = byId("busy", HTMLProgressElement);
const large = byId("large", HTMLElement);
const detail = byId("evidence", HTMLElement);
const strictness = byId("strictness", HTMLInputElement);
const map = byId("map", HTMLElement);

let page: Page | undefined;
let reading: Reading | undefined;
let ladder: Promise<Ladder> | undefined;
/** Counts what was asked, so that a late answer is dropped. */
let asked = 0;

const frame = frameOf(byId("page", HTMLIFrameElement), (path, mark) => {
  ladder ??= engine.ladder();
  detail.replaceChildren(...evidence(path, mark, ladder));
});

const show = (...children: (Node | string)[]) => {
  result.replaceChildren(...children);
  result.scrollTop = 0;
};
const onArticle = (view: (article: NonNullable<Reading["article"]>) => HTMLElement) => () => {
  if (reading)
    show(reading.article === null ? empty("There is no article on this page.") : view(reading.article));
};
const see = (view: View) => () => {
  frame.show(view);
  map.hidden = view !== "xray";
  draw();
};

const pageTabs = tabs(byId("page-tabs", HTMLElement), "page-panel", {
  "X-ray": see("xray"),
  Cleaned: see("cleaned"),
  "As it came": see("original"),
});

const resultTabs = tabs(byId("result-tabs", HTMLElement), "result", {
  Reader: onArticle(reader),
  Markdown: onArticle(({ markdown }) => source(markdown)),
  HTML: onArticle(({ html }) => source(html)),
  Metadata: onArticle(metadata),
  Removed() {
    if (!reading) return;
    const list = removedList(reading.cleaned.removals, (removal) => {
      pageTabs.choose("X-ray");
      frame.reveal(removal);
    });
    show(list);
  },
  Compare() {
    if (!reading || !page) return;
    if (page.html.length <= LARGE) compareTools(reading, page);
    else {
      const [now, large] = [reading, page];
      const why = "This page is large: the other tools work in this window and may stop it for a while.";
      show(
        offer(why, "Compare nevertheless", () => {
          compareTools(now, large);
        }),
      );
    }
  },
});

function compareTools(now: Reading, { html, url }: Page): void {
  show(empty("Fetching the other tools …"));
  attempt(async () => {
    const { compare } = await import("./views/compare");
    if (reading === now && resultTabs.chosen === "Compare") show(compare(now, html, url));
  });
}

function draw(): void {
  drawMap(map, frame, reading?.article?.confidence ?? 0, ({ removal, element: block }) => {
    if (removal) frame.reveal(removal);
    else block.scrollIntoView({ block: "center" });
  });
}

function present(next: Reading): void {
  reading = next;
  frame.mark(next.article, next.cleaned.removals);
  detail.replaceChildren();
  draw();
  resultTabs.refresh();
  status.replaceChildren(...summary(next));
}

/** Asks the engine and shows what it says, unless something else was asked meanwhile. */
async function ask(question: () => Promise<Reading>, meanwhile?: Promise<void>): Promise<void> {
  asked += 1;
  const mine = asked;
  busy.hidden = false;
  try {
    const answer = await question();
    await meanwhile;
    if (mine === asked) present(answer);
  } finally {
    if (mine === asked) busy.hidden = true;
  }
}

async function open(next: Page): Promise<void> {
  page = next;
  ladder = undefined;
  reading = undefined;
  status.textContent = "Reading …";
  const tooLarge = next.html.length > LARGE;
  large.hidden = !tooLarge;
  const question = () => engine.read(next.html, next.url, Number(strictness.value));
  // The engine starts on the page before the frame takes the window's time to draw it.
  await ask(question, tooLarge ? frame.load("") : frame.load(next.html));
}

/** Runs one way of getting a page; what goes wrong is said. */
function attempt(work: () => Promise<void>): void {
  work().catch((cause: unknown) => {
    status.textContent = cause instanceof Error ? cause.message : String(cause);
  });
}

async function openSample(key: string | undefined): Promise<void> {
  const sample = SAMPLES.find((one) => one.key === key) ?? SAMPLES[0];
  if (sample !== undefined) await open({ html: await sample.load(), sample: sample.key });
}

async function copyLink(): Promise<void> {
  if (!page) return;
  const { sample, html, url } = page;
  const fragment = await fragmentOf({
    ...(sample === undefined ? { html, url } : { sample }),
    strictness: Number(strictness.value),
    tab: resultTabs.chosen,
  });
  if (fragment === null) throw new Error("This page is too long for a link.");
  history.replaceState(null, "", `#${fragment}`);
  await navigator.clipboard.writeText(location.href);
  status.textContent = "The link is copied.";
}

async function start(): Promise<void> {
  const given = await stateFrom(location.hash);
  strictness.value = String(given.strictness);
  resultTabs.choose(given.tab);
  if (given.html !== undefined) await open({ html: given.html, url: given.url });
  else await openSample(given.sample);
}

defineReader();
inputs({
  sample: (key) => {
    attempt(() => openSample(key));
  },
  file: (file) => {
    attempt(async () => {
      status.textContent = `Reading ${file.name} …`;
      busy.hidden = false;
      await open({ html: decode(new Uint8Array(await file.arrayBuffer())) });
    });
  },
  pasted: (html, url) => {
    attempt(() => open({ html, url }));
  },
});
let pause: ReturnType<typeof setTimeout> | undefined;
strictness.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (page) attempt(() => ask(() => engine.again(Number(strictness.value))));
  }, 100);
});
byId("link", HTMLButtonElement).addEventListener("click", () => {
  attempt(copyLink);
});
byId("draw", HTMLButtonElement).addEventListener("click", () => {
  large.hidden = true;
  attempt(async () => {
    if (page) await frame.load(page.html);
    if (reading) present(reading);
  });
});
if (
  !handedPage((handed) => {
    attempt(() => open(handed));
  })
)
  attempt(start);
keepOffline();
