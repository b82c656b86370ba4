import { DehuskError } from "../error.js";

/** What `init` takes: the wasm's bytes, its address, a response carrying it, or the compiled module. */
export type InitInput = BufferSource | URL | string | Response | WebAssembly.Module;

/** Compiles what `init` was given. */
export async function moduleFrom(input: InitInput): Promise<WebAssembly.Module> {
  if (is(input, "WebAssembly.Module")) return input;
  if (is(input, "ArrayBuffer") || ArrayBuffer.isView(input)) return WebAssembly.compile(input);
  if (!is(input, "Response") && !is(input, "URL") && typeof input !== "string")
    throw new DehuskError(
      "BAD_OPTION",
      "init takes the wasm's bytes, its URL, a Response or a WebAssembly.Module.",
    );
  const response = is(input, "Response") ? input : await fetch(input);
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

interface Named {
  "WebAssembly.Module": WebAssembly.Module;
  ArrayBuffer: ArrayBuffer;
  Response: Response;
  URL: URL;
}

/** By the name objects of all realms carry: test runners and frames bring constructors of their own. */
function is<Name extends keyof Named>(input: unknown, name: Name): input is Named[Name] {
  return Object.prototype.toString.call(input) === `[object ${name}]`;
}
