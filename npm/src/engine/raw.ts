import type { Article, Cleaned, Options, Plan } from "../types.js";
import type { Columns } from "../capture.js";

/** What the core wants to know; selectors are resolved before. */
export type CoreOptions = Options | undefined;

/** One captured page inside the wasm instance. */
export interface RawPage {
  article(strictness?: number): Article | null;
  plan(strictness?: number): Plan;
  isReadable(): boolean;
  free(): void;
}

/** The glue of the live build. */
export interface RawLive {
  /** Starts the instance; once it runs, gives its exports. */
  initSync(input: { module: WebAssembly.Module }): { readonly memory: WebAssembly.Memory };
  /** Starts a fresh instance of the same module. */
  __wbg_reset_state(): void;
  version(): string;
  Live: new (
    names: string,
    tag: Uint16Array,
    depth: Uint16Array,
    flags: Uint16Array,
    attrNames: string,
    attr: Uint32Array,
    rect: Float32Array,
    texts: string,
    values: string,
    options: CoreOptions,
  ) => RawPage;
}

/** The glue of the full build, which also reads HTML strings. */
export interface RawFull extends RawLive {
  extract(html: string, options: CoreOptions): Article | null;
  clean(html: string, options: CoreOptions): Cleaned;
  isReadable(html: string, options: CoreOptions): boolean;
}

/** Hands captured columns to the core. */
export function openPage(raw: RawLive, columns: Columns, options: CoreOptions): RawPage {
  const { names, tag, depth, flags, attrNames, attr, rect, texts, values } = columns;
  return new raw.Live(names, tag, depth, flags, attrNames, attr, rect, texts, values, options);
}
