import { text } from "../i18n";
import { articleBlocks } from "./article-blocks";
import type { Cleaner } from "./cleaner";
import { LEVELS } from "./cleaner";
import { element } from "./dom";
import { boxOf } from "./outline";
import { why } from "./why";
import { surface } from "./surface";

/** One coloured block of the picture. */
interface Shade {
  node: Element | Text;
  /** `article`, `doubtful`, or the kind of a hidden block. */
  kind: string;
  label: string;
}

/** Hidden blocks the engine was less sure of, 0…1, and those only stricter settings would hide, are doubtful. */
const SURE = 0.6;

/** Shades drawn at a time: those on the screen, and no more than can be told apart. */
const MOST = 300;

let close: (() => void) | null = null;

/** Shows or ends the X-ray: the page as it came, with the article, what is hidden and what is doubtful in colours. Tells whether it is shown. */
export function toggleXray(cleaner: Cleaner, signal: AbortSignal): boolean {
  if (close !== null) {
    close();
    return false;
  }
  const { root, remove } = surface("xray");
  const gone = new AbortController();
  const layer = element("div", { class: "xray", popover: "manual" });
  root.append(layer);
  layer.showPopover();
  cleaner.lift();
  let shades = shadesOf(cleaner);
  let frame = 0;
  const draw = () => {
    frame = 0;
    layer.replaceChildren(...shades.flatMap(drawn).slice(0, MOST));
  };
  const later = () => {
    frame ||= requestAnimationFrame(draw);
  };
  addEventListener("scroll", later, { capture: true, passive: true, signal: gone.signal });
  addEventListener("resize", later, { signal: gone.signal });
  close = () => {
    close = null;
    gone.abort();
    cancelAnimationFrame(frame);
    remove();
    cleaner.lower();
  };
  signal.addEventListener("abort", () => close?.(), { signal: gone.signal });
  draw();
  void cleaner.plans().then((plans) => {
    const strictest = plans?.[LEVELS.length - 1];
    if (gone.signal.aborted || strictest === undefined) return;
    const known = new Set<Node>(shades.map(({ node }) => node));
    const doubtful = cleaner
      .nodesOf(strictest)
      .filter(({ node }) => node.isConnected && !known.has(node))
      .map(({ node, removal }) => ({
        node: node as Element | Text,
        kind: "doubtful",
        label: `${text("doubtful")} · ${text(`kind_${removal.kind}`)} · ${why(removal)}`,
      }));
    shades = [...shades, ...doubtful];
    draw();
  });
  return true;
}

function shadesOf(cleaner: Cleaner): Shade[] {
  const article = articleBlocks(cleaner.article).map((node) => ({
    node,
    kind: "article",
    label: "",
  }));
  const hidden = cleaner.blocks.map((block) => ({
    node: block.element,
    kind: block.confidence < SURE ? "doubtful" : block.kind,
    label: `${text(`kind_${block.kind}`)} · ${why(block)} · ${text("sure", Math.round(block.confidence * 100))}`,
  }));
  return [...article, ...hidden];
}

/** The box of a shade, if it is on the screen. */
function drawn({ node, kind, label }: Shade): HTMLElement[] {
  const { left, top, width, height, bottom } = boxOf(node);
  if (width === 0 || height === 0 || bottom < 0 || top > innerHeight) return [];
  const box = element("div", { class: `shade ${kind}` });
  if (label !== "") box.append(element("span", {}, label));
  box.style.setProperty("translate", `${left}px ${top}px`);
  box.style.setProperty("width", `${width}px`);
  box.style.setProperty("height", `${height}px`);
  return [box];
}
