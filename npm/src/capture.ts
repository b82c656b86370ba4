import { DehuskError } from "./error.js";
import { property } from "./natives.js";
import { measure } from "./capture/layout.js";
import { markSelected } from "./capture/selectors.js";
import { markState } from "./capture/state.js";
import { walk } from "./capture/walk.js";
import { STYLED, type Scope } from "./capture/rows.js";
import type { Options } from "./types.js";

/** One page as flat columns: plain data that can be cloned or transferred to a worker. The layout is the core's snapshot format. */
export interface Columns {
  names: string;
  tag: Uint16Array;
  depth: Uint16Array;
  flags: Uint16Array;
  attrNames: string;
  attr: Uint32Array;
  rect: Float32Array;
  texts: string;
  values: string;
}

/** A captured page: its columns, and the live node of every row. */
export interface Capture {
  columns: Columns;
  /** `nodes[row]` is the node that row was read from. */
  nodes: Node[];
  /** The document, shadow trees and frame documents that were read, in the order they were met. */
  scopes: Scope[];
}

/** Options that matter while reading the page. */
export interface CaptureOptions extends Pick<
  Options,
  "maxNodes" | "maxDepth" | "keepSelectors" | "hideSelectors"
> {
  /** Opens closed shadow roots where the caller can; open ones are always read. */
  openShadow?: (element: Element) => ShadowRoot | null;
}

/** Rows an attribute entry (`row * 64 + code`, 32 bits) can name. */
const MOST_NODES = 2 ** 26;
/** Nesting kept by default and at most, as in browsers' own parsers. */
const DEEPEST = 512;

/**
 * Reads a live page once and leaves it untouched.
 *
 * @throws {DehuskError} `TOO_LARGE` over `maxNodes`, `BAD_OPTION` for an option that cannot be used.
 */
export function capture(document: Document, options: CaptureOptions = {}): Capture {
  const maxNodes = limit("maxNodes", options.maxNodes, MOST_NODES);
  const maxDepth = limit("maxDepth", options.maxDepth, DEEPEST);
  const root = property(document, "documentElement") as Element | null | undefined;
  if (!root) return { columns: emptyColumns(), nodes: [], scopes: [] };
  const rows = walk(document, root, { maxNodes, maxDepth, openShadow: options.openShadow });
  const rects = measure(document, rows);
  markState(document, rows);
  markSelected(rows, options);
  const columns: Columns = {
    names: rows.names.list.join(" "),
    tag: new Uint16Array(rows.tag),
    depth: new Uint16Array(rows.depth),
    flags: new Uint16Array(rows.flags.map((bits) => bits & ~STYLED)),
    attrNames: rows.attributes.names.join(" "),
    attr: new Uint32Array(rows.attributes.entries),
    rect: new Float32Array(rects),
    texts: joined(rows.texts),
    values: joined(rows.attributes.values),
  };
  return { columns, nodes: rows.nodes, scopes: rows.scopes };
}

/** The buffers of a capture, for `postMessage(columns, transfer)`. */
export function buffersOf(columns: Columns): ArrayBuffer[] {
  return [columns.tag, columns.depth, columns.flags, columns.attr, columns.rect].map(
    (column) => column.buffer as ArrayBuffer,
  );
}

/** A document without a root, as an empty page. */
function emptyColumns(): Columns {
  return {
    names: "html",
    tag: new Uint16Array(1),
    depth: new Uint16Array(1),
    flags: new Uint16Array(1),
    attrNames: "",
    attr: new Uint32Array(),
    rect: new Float32Array(),
    texts: "",
    values: "",
  };
}

function limit(name: string, value: unknown, most: number): number {
  if (value === undefined) return most;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1) return Math.min(value, most);
  throw new DehuskError("BAD_OPTION", `${name} must be a whole number of at least 1.`);
}

/** Strings with U+0000 between them; one inside a string becomes U+FFFD. */
function joined(parts: string[]): string {
  const text = parts.join("\0");
  let separators = 0;
  for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", at + 1)) separators += 1;
  return separators < parts.length ? text : parts.map((part) => part.replaceAll("\0", "\u{fffd}")).join("\0");
}
