// Workers may not compile wasm at run time: it is imported compiled.
import module from "../../wasm/live/dehusk_bg.wasm";

/** The compiled module. */
export const locate = (): WebAssembly.Module => module;
