import { textButton } from "./button.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";
import type { Highlight } from "./powers.js";
import { selectedIn } from "./selection.js";
import { TextMap } from "./text-map.js";

export interface Marks {
  /** Highlights what is selected; false if nothing is. */
  add: () => boolean;
  /** Draws remembered highlights. */
  draw: (highlights: readonly Highlight[]) => void;
}

/** A person's highlights. They are `<mark>` elements, so screen readers and copies of the text have them too. */
export function marks(
  kit: Kit,
  page: HTMLElement,
  prose: HTMLElement,
  onChange: (all: Highlight[]) => void,
): Marks {
  const { document, strings, signal } = kit;
  let all: Highlight[] = [];
  /** Those whose text is not there today: the page may show it again. */
  let astray: readonly Highlight[] = [];
  const redraw = () => {
    unwrap(prose);
    const map = new TextMap(prose);
    // From the last to the first: what is split behind a place does not move it.
    for (let at = all.length - 1; at >= 0; at -= 1) {
      const { start, end } = all[at] as Highlight;
      for (const piece of map.pieces(start, end)) wrap(kit, piece, at);
    }
  };
  const change = (next: Highlight[]) => {
    all = sorted(next);
    redraw();
    onChange([...all, ...astray]);
  };
  const add = () => {
    const map = new TextMap(prose);
    const chosen = selectedIn(prose, map);
    if (chosen === null) return false;
    // What it overlaps is taken in.
    const touched = all.filter(({ start, end }) => start <= chosen.end && end >= chosen.start);
    const start = Math.min(chosen.start, ...touched.map((mark) => mark.start));
    const end = Math.max(chosen.end, ...touched.map((mark) => mark.end));
    change([
      ...all.filter((mark) => !touched.includes(mark)),
      { start, end, text: map.text.slice(start, end) },
    ]);
    document.getSelection()?.removeAllRanges();
    bubble.hidden = true;
    return true;
  };
  const bubble = element(
    document,
    "div",
    { class: "bubble", lang: strings.lang, hidden: "" },
    textButton(document, "highlight", strings.highlight, add),
  );
  // A press would end the selection that is meant.
  bubble.addEventListener("mousedown", (event) => {
    event.preventDefault();
  });
  page.append(bubble);
  const follow = () => {
    const map = new TextMap(prose);
    const chosen = selectedIn(prose, map);
    const box = chosen && map.range(chosen.start, chosen.end)?.getBoundingClientRect();
    bubble.hidden = !box;
    if (!box) return;
    const column = page.getBoundingClientRect();
    bubble.style.setProperty("left", `${box.left + box.width / 2 - column.left}px`);
    bubble.style.setProperty("top", `${box.top - column.top}px`);
  };
  document.addEventListener("selectionchange", follow, { signal });
  prose.addEventListener(
    "click",
    (event) => {
      const mark = (event.target as Element).closest<HTMLElement>("mark[data-mark]");
      // A click that ends a selection, or goes to a link, does not mean the highlight.
      if (mark === null || (event.target as Element).closest("a") !== null || !bubble.hidden) return;
      offerRemoval(kit, page, mark, () => {
        const at = Number(mark.dataset["mark"]);
        change(all.filter((_, index) => index !== at));
      });
    },
    { signal },
  );
  return {
    add,
    draw(highlights) {
      const { text } = new TextMap(prose);
      const places = highlights.map((highlight) => found(highlight, text));
      astray = highlights.filter((_, at) => places[at] === null);
      all = sorted(places.filter((place) => place !== null));
      redraw();
    },
  };
}

const sorted = (highlights: readonly Highlight[]) =>
  highlights.toSorted((one, other) => one.start - other.start);

/** Where a remembered highlight is now: the text may have grown or shrunk before it. */
function found(highlight: Highlight, text: string): Highlight | null {
  if (text.startsWith(highlight.text, highlight.start)) return highlight;
  const start = text.indexOf(highlight.text);
  return start < 0 || highlight.text === ""
    ? null
    : { ...highlight, start, end: start + highlight.text.length };
}

function wrap(
  { document }: Kit,
  { node, from, to }: { node: Text; from: number; to: number },
  at: number,
): void {
  if (node.data.trim() === "") return;
  const middle = from > 0 ? node.splitText(from) : node;
  if (to - from < middle.data.length) middle.splitText(to - from);
  const mark = element(document, "mark", { "data-mark": String(at) });
  middle.replaceWith(mark);
  mark.append(middle);
}

function unwrap(prose: HTMLElement): void {
  for (const mark of prose.querySelectorAll("mark[data-mark]")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** A button over a highlight that takes it away; it goes when the focus does. */
function offerRemoval(
  { document, strings }: Kit,
  page: HTMLElement,
  mark: HTMLElement,
  run: () => void,
): void {
  const box = mark.getBoundingClientRect();
  const column = page.getBoundingClientRect();
  let gone = false;
  const close = () => {
    // Removing what has the focus ends its focus, which would remove it once more.
    if (gone) return;
    gone = true;
    bubble.remove();
  };
  const button = textButton(document, "unhighlight", strings.unhighlight, () => {
    close();
    run();
  });
  const bubble = element(document, "div", { class: "bubble", lang: strings.lang }, button);
  bubble.style.setProperty("left", `${box.left + box.width / 2 - column.left}px`);
  bubble.style.setProperty("top", `${box.top - column.top}px`);
  bubble.addEventListener("focusout", close);
  page.append(bubble);
  button.focus({ preventScroll: true });
}
