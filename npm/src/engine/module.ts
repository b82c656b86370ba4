import { DehuskError } from "../error.js";

/** What `init` takes: the wasm's bytes, its address, a response carrying it, or the compiled module. */
export type InitInput = BufferSource | URL | string | Response | WebAssembly.Module;

/** Compiles what `init` was given. */
export async function moduleFrom(input: InitInput): Promise<WebAssembly.Module> {
  if (input instanceof WebAssembly.Module) return input;
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input)) return WebAssembly.compile(input);
  const response = isResponse(input) ? input : await fetch(input);
  if (!response.ok) {
    throw new DehuskError(
      "NOT_INITIALISED",
      `The wasm could not be fetched: HTTP status ${response.status}.`,
    );
  }
  // Compiling while it arrives needs the right MIME type; a server that does not know wasm costs a moment, not the start.
  return response.headers.get("content-type")?.startsWith("application/wasm") === true
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

function isResponse(input: URL | string | Response | BufferSource): input is Response {
  return typeof Response === "function" && input instanceof Response;
}
