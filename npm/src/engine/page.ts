import { apply, type Judged } from "../apply.js";
import { documentFrom, optionsFrom } from "../arguments.js";
import { capture } from "../capture.js";
import type { Article, Cleaning, Options, Plan } from "../types.js";
import type { Engine } from "./engine.js";
import { openPage, type RawLive, type RawPage } from "./raw.js";

/** Captures the page, asks the core and frees what it held. */
function ask<T>(
  engine: Engine<RawLive>,
  document: Document,
  given: Options | undefined,
  question: (page: RawPage) => T,
) {
  const options = optionsFrom(given);
  const { columns, nodes, scopes } = capture(documentFrom(document), options);
  const answer = engine.call((raw) => {
    const page = openPage(raw, columns, { url: document.baseURI, ...options });
    const answered = question(page);
    // Not in a finally: after a trap the instance is gone and must not be called.
    page.free();
    return answered;
  });
  return { answer, nodes, scopes };
}

/** The article of a live page. */
export function readPage(engine: Engine<RawLive>, document: Document, options?: Options): Article | null {
  return ask(engine, document, options, (page) => page.article()).answer;
}

/** Whether a live page is worth a reader view. */
export function isPageReadable(engine: Engine<RawLive>, document: Document, options?: Options): boolean {
  return ask(engine, document, options, (page) => page.isReadable()).answer;
}

/** Hides spam, ads and clutter on a live page. */
export function cleanPage(engine: Engine<RawLive>, document: Document, options?: Options): Cleaning {
  const judge = (): Judged => {
    const { answer: plan, nodes, scopes } = ask(engine, document, options, (page): Plan => page.plan());
    return { plan, nodes, scopes };
  };
  return apply(document, judge(), judge);
}
