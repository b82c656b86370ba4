import { readFileSync } from "node:fs";

/** The wasm's bytes, read from the package's own folder. */
export const locate = () => readFileSync(new URL("../../wasm/full/dehusk_bg.wasm", import.meta.url));
