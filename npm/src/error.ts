/**
 * Why a call could not be done.
 *
 * - `TOO_LARGE`: the page is over the caller's own `maxNodes`.
 * - `BAD_SNAPSHOT`: captured columns do not fit together.
 * - `BAD_OPTION`: an argument or option has the wrong type or range.
 * - `NOT_INITIALISED`: `init()` was not awaited, or it failed.
 * - `CRASHED`: the wasm instance died on this input. It was replaced; the next call works.
 */
export type DehuskErrorCode = "TOO_LARGE" | "BAD_SNAPSHOT" | "BAD_OPTION" | "NOT_INITIALISED" | "CRASHED";

/** The only error Dehusk throws on purpose: a code for programs and a sentence for people. */
export class DehuskError extends Error {
  override readonly name = "DehuskError";
  readonly code: DehuskErrorCode;

  constructor(code: DehuskErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
