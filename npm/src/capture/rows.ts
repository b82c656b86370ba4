import { Names } from "./names.js";
import { Attributes } from "./attributes.js";

/** A shadow tree or frame document the walk went into: style sheets and selectors do not reach it from outside. */
export type Scope = Document | ShadowRoot;

/** The rows of one walk while they are gathered. Plain arrays: they grow, and become typed arrays at the end. */
export interface Rows {
  readonly names: Names;
  readonly nodes: Node[];
  readonly tag: number[];
  readonly depth: number[];
  readonly flags: number[];
  readonly texts: string[];
  readonly attributes: Attributes;
  readonly scopes: Scope[];
}

/** No rows yet. */
export function noRows(): Rows {
  return {
    names: new Names(),
    nodes: [],
    tag: [],
    depth: [],
    flags: [],
    texts: [],
    attributes: new Attributes(),
    scopes: [],
  };
}

/** Flag bits of a row, as the core reads them. */
export const HIDDEN = 1;
export const FIXED = 2;
export const STICKY = 4;
export const FOCUS = 8;
export const FILLED = 16;
export const PLAYING = 32;
export const MODAL = 64;
export const KEEP = 128;
export const HIDE = 256;
export const BOX = 512;
export const ENTERED_FRAME = 1024;
export const SHADOW = 2048;
export const LISTED = 4096;
/** Ours alone: the element has a class, id, style or hidden attribute. Never leaves the capture. */
export const STYLED = 0x8000;

/** Sets flag bits of a row. */
export function mark(rows: Rows, row: number, bits: number): void {
  rows.flags[row] = (rows.flags[row] as number) | bits;
}
