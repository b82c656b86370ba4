import { allowedAttribute, elementKind } from "dehusk/edge";
import type { Article } from "dehusk/edge";

/** Words read in a minute, as for English; a selection tells no language of its own. */
const PACE = 230;

/** What the person has selected, as an article; null if nothing is. */
export function selectedArticle(): Article | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return null;
  const text = selection.toString().trim();
  const parts = Array.from({ length: selection.rangeCount }, (_, at) =>
    htmlOf(selection.getRangeAt(at).cloneContents()),
  );
  const words = [...new Intl.Segmenter([], { granularity: "word" }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  ).length;
  return {
    kind: "other",
    title: document.title,
    byline: null,
    published: null,
    modified: null,
    site: null,
    source: null,
    lang: document.documentElement.lang || null,
    dir: null,
    excerpt: null,
    image: null,
    url: location.href,
    html: parts.join(""),
    text,
    markdown: text,
    words,
    minutes: words / PACE,
    confidence: 1,
    provenance: {},
    titleHijacked: false,
    removals: [],
  };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Writes nodes as the article's own HTML: what is not on the allowlist does not get in. */
function htmlOf(root: Node): string {
  const parts: string[] = [];
  const waiting: (Node | string)[] = [...root.childNodes].toReversed();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at === "string") parts.push(at);
    else if (at.nodeType === Node.TEXT_NODE) parts.push(escaped((at as Text).data));
    else if (at.nodeType === Node.ELEMENT_NODE) {
      const element = at as Element;
      const name = element.localName;
      const kind = elementKind(name, false);
      if (kind === "raw") continue;
      const isKept = kind === "open" || kind === "void";
      if (isKept) parts.push(`<${name}${attributesOf(element)}>`);
      if (kind === "open") waiting.push(`</${name}>`);
      waiting.push(...[...element.childNodes].toReversed());
    }
  }
  return parts.join("");
}

function attributesOf(element: Element): string {
  return [...element.attributes]
    .map(({ name, value }) => [name, ["href", "src"].includes(name) ? absolute(value) : value] as const)
    .filter(([name, value]) => name !== "srcset" && allowedAttribute(element.localName, name, value, false))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

const absolute = (url: string) =>
  URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
