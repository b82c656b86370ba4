import { DehuskError, type DehuskErrorCode } from "../error.js";
import { moduleFrom, type InitInput } from "./module.js";
import type { RawLive } from "./raw.js";

/** Finds the package's own wasm, as the platform allows. */
export type Locate = () => InitInput | Promise<InitInput>;

/** What the caller of `init` gave. */
export type Given = InitInput | Promise<InitInput> | undefined;

/** One wasm build: how it is started, called, and replaced after a crash. */
export class Engine<Raw extends RawLive> {
  readonly #raw: Raw;
  #starting: Promise<void> | undefined;
  #ready = false;

  constructor(raw: Raw) {
    this.#raw = raw;
  }

  /** Starts the instance; once started, calling it again changes nothing. After a failure it may be tried again. */
  init(input: Given, locate: Locate): Promise<void> {
    this.#starting ??= this.#start(input, locate).catch((cause: unknown) => {
      this.#starting = undefined;
      throw cause instanceof DehuskError
        ? cause
        : new DehuskError("NOT_INITIALISED", `The wasm could not be started: ${String(cause)}`, { cause });
    });
    return this.#starting;
  }

  /** Runs `work` on the instance. What the core or the instance throws comes out as a `DehuskError`. */
  call<T>(work: (raw: Raw) => T): T {
    if (!this.#ready) throw new DehuskError("NOT_INITIALISED", "Await init() before the first call.");
    try {
      return work(this.#raw);
    } catch (cause) {
      if (cause instanceof DehuskError) throw cause;
      if (isCoreError(cause)) throw new DehuskError(cause.code, cause.message);
      // A trap leaves the instance's memory in any state: nothing may be called on it again.
      this.#raw.__wbg_reset_state();
      throw new DehuskError("CRASHED", "The engine crashed on this page and was restarted.", { cause });
    }
  }

  async #start(input: Given, locate: Locate): Promise<void> {
    const module = await moduleFrom((await input) ?? (await locate()));
    this.#raw.initSync({ module });
    this.#ready = true;
  }
}

const CORE_CODES = new Set<unknown>(["TOO_LARGE", "BAD_SNAPSHOT", "BAD_OPTION"]);

function isCoreError(thrown: unknown): thrown is { code: DehuskErrorCode; message: string } {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && CORE_CODES.has(thrown.code);
}
