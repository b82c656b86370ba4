/** Where the wasm lies beside this file; bundlers see this form and copy it. */
export const locate = (): URL => new URL("../../wasm/live/dehusk_bg.wasm", import.meta.url);
