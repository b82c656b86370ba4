/** What a hidden block is. */
export type Kind = "spam" | "ad" | "cookie" | "newsletter" | "share" | "related" | "overlay" | "comments";

/** What a page is. `service`: it presents an offer or an organisation. */
export type PageKind = "article" | "forum" | "documentation" | "product" | "listing" | "service" | "other";

/** Where a metadata field was found. */
export type Provenance = "jsonld" | "meta" | "microdata" | "dom" | "title" | "url";

/** Choices of the caller. Every field may be left out. */
export interface Options {
  /** Address of the page, absolute. Relative links are resolved against it. */
  url?: string;
  /** 0 keeps more, 1 hides more. Default 0.5. Outside 0…1: `BAD_OPTION`. */
  strictness?: number;
  /** Hide only these kinds. Default: all. */
  hide?: Kind[];
  /** Most DOM nodes to read; a page with more throws `TOO_LARGE`. Default: no limit. */
  maxNodes?: number;
  /** Deepest nesting level kept, 1…512; what lies deeper is read as if it lay at this depth. Default 512. */
  maxDepth?: number;
  /** CSS selectors of blocks that are never hidden. An invalid one throws `BAD_OPTION`. */
  keepSelectors?: string[];
  /** CSS selectors of blocks that are always hidden. An invalid one throws `BAD_OPTION`. */
  hideSelectors?: string[];
}

/**
 * One piece of evidence against a block. `values` are what its name asks for: `links` – how many links, to how many sites;
 * `outward`, `shares`, `follows`, `teasers` – how many links; `labelled`, `named`, `frame` – what the label, the class or id,
 * and the site of the frame are; `listed` – the filter list and its rule, where the caller knows them. The others have none.
 */
export interface Ground {
  id:
    | "links"
    | "link"
    | "text"
    | "hidden"
    | "foreign"
    | "unmentioned"
    | "unlike"
    | "labelled"
    | "named"
    | "asks"
    | "frame"
    | "outward"
    | "shares"
    | "follows"
    | "mail"
    | "teasers"
    | "below"
    | "looks"
    | "listed"
    | "chosen";
  values: string[];
}

/** One block that was hidden or left out, and why. */
export interface Removal {
  kind: Kind;
  /** A short sentence with the strongest evidence, in English. */
  reason: string;
  /** The evidence of that sentence, strongest first, to be worded in another language. */
  grounds: Ground[];
  /** 0…1. */
  confidence: number;
  /** The first 200 characters of the block's text. */
  text: string;
  /**
   * Where it stood: `html>body>div:nth-child(3)>p:nth-child(2)`, counted over element siblings.
   * Loose text is its parent's path and `>#text(n)`, the parent's n-th child node.
   */
  path: string;
}

/** The main content of one page. Plain data: it can be stored or sent to another thread. */
export interface Article {
  kind: PageKind;
  title: string;
  byline: string | null;
  /** ISO 8601. */
  published: string | null;
  /** ISO 8601. */
  modified: string | null;
  /** Name of the site. */
  site: string | null;
  /** The publisher the text was taken from, when the page names one. */
  source: string | null;
  /** BCP 47. */
  lang: string | null;
  dir: "ltr" | "rtl" | null;
  excerpt: string | null;
  /** Absolute URL of the lead image. */
  image: string | null;
  /** Canonical address. */
  url: string | null;
  /** Sanitised HTML: only elements, attributes and URL schemes of a fixed list. */
  html: string;
  /** Plain text, blocks on lines of their own. */
  text: string;
  /** GitHub-flavoured Markdown. */
  markdown: string;
  /** Words; Chinese and Japanese text is counted by its own rules. */
  words: number;
  /** Reading time in minutes at the language's usual rate. */
  minutes: number;
  /** 0…1: how sure Dehusk is that this is the main content. */
  confidence: number;
  /** Field name → where its value was found. */
  provenance: Record<string, Provenance>;
  /** The page's `<title>` was not its own. */
  titleHijacked: boolean;
  removals: Removal[];
}

/** A whole page without spam, ads and clutter. */
export interface Cleaned {
  html: string;
  removals: Removal[];
  title: string;
  titleHijacked: boolean;
}

/** A block hidden on a live page. */
export type HiddenBlock = Removal & { element: Element | Text };

/** A live page cleaned in place, and the way back. */
export interface Cleaning {
  /** Every block hidden so far, restored ones included, in the order they were found. */
  readonly removals: HiddenBlock[];
  /** How many of them are hidden now. */
  readonly hidden: number;
  /** Shows one block, all of a kind, or (without argument) the page as it was. */
  restore(which?: Kind | Removal): void;
  /** Hides again what `restore` showed or the page's own scripts brought back. */
  reapply(): void;
  /** Judges late content too, in idle time. Calling it twice changes nothing. */
  observe(): void;
  /** Stops observing. What is hidden stays hidden. */
  disconnect(): void;
}

/** Which blocks to hide, as the core says it: `rows[i]` is the captured row of `removals[i]`. */
export interface Plan {
  rows: Uint32Array;
  removals: Removal[];
  /** Captured rows of the article's text: what must still be seen when all is hidden. */
  article?: Uint32Array;
  /** An overlay is hidden, so scrolling and `inert` must be given back. */
  unlock: boolean;
  title: string;
  titleHijacked: boolean;
}
