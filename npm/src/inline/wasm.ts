/** The full engine's wasm, gzip, base64. The build writes it: see `scripts/inline.mjs`. */
export const GZIPPED: string = "";
