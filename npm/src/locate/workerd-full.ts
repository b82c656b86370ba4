// Workers may not compile wasm at run time: it is imported compiled.
import module from "../../wasm/full/dehusk_bg.wasm";

/** The compiled module. */
export const locate = (): WebAssembly.Module => module;
