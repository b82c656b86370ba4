import { element } from "../dom";
import type { Reading } from "../engine/protocol";
import { diff } from "./diff";
import { OTHERS, type Other } from "./others";

/** The same page read by other tools: their titles, times, and where the texts differ. */
export function compare(reading: Reading, html: string, url: string | undefined): HTMLElement {
  const table = element(
    "tbody",
    {},
    row("Dehusk", reading.article?.title ?? "", reading.article?.text ?? "", reading.took),
  );
  const differences = element("div", { class: "differences" });
  const host = element(
    "div",
    { class: "compare" },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...["Tool", "Title", "Characters", "Time"].map((name) => element("th", { scope: "col" }, name)),
        ),
      ),
      table,
    ),
    differences,
    element(
      "p",
      { class: "note" },
      "Each tool gets the same HTML and parses it itself: Dehusk from text in a worker, the others from the browser’s parser in this window. One run is no benchmark.",
    ),
  );
  void run(reading, html, url, table, differences);
  return host;
}

async function run(
  reading: Reading,
  html: string,
  url: string | undefined,
  table: HTMLElement,
  differences: HTMLElement,
): Promise<void> {
  for (const [name, read] of Object.entries(OTHERS)) {
    try {
      const other = await read(html, url);
      table.append(row(other.name, other.title, other.text, other.took));
      differences.append(section(reading.article?.text ?? "", other));
    } catch (cause) {
      table.append(row(name, `failed: ${cause instanceof Error ? cause.message : String(cause)}`, "", NaN));
    }
  }
}

function row(name: string, title: string, text: string, took: number): HTMLElement {
  const length = text.replaceAll(/\s+/g, "").length;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", { dir: "auto" }, title || "none"),
    element("td", { class: "number" }, length.toLocaleString("en")),
    element("td", { class: "number" }, Number.isNaN(took) ? "" : `${took.toFixed(took < 10 ? 1 : 0)} ms`),
  );
}

function section(ours: string, other: Other): HTMLElement {
  const lines = diff(ours, other.text);
  const differing = lines.filter(({ side }) => side !== "both").length;
  const list = element(
    "ol",
    { class: "diff" },
    ...lines.map(({ side, text }) =>
      element(
        "li",
        { class: side, dir: "auto" },
        ...(side === "both"
          ? []
          : [element("span", { class: "side" }, `only ${side === "ours" ? "Dehusk" : other.name}`), " "]),
        text,
      ),
    ),
  );
  return element(
    "details",
    {},
    element(
      "summary",
      {},
      differing === 0
        ? `The text is that of ${other.name}`
        : `${differing} ${differing === 1 ? "line differs" : "lines differ"} from ${other.name}`,
    ),
    list,
  );
}
