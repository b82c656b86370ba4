import { DehuskError, type DehuskErrorCode } from "../error.js";
import { moduleFrom, type InitInput } from "./module.js";
import type { RawLive } from "./raw.js";

/** Finds the package's own wasm, as the platform allows. */
export type Locate = () => InitInput | Promise<InitInput>;

/** Has the package's own wasm at once, where the platform reads files synchronously. */
export type LocateSync = () => BufferSource;

/** What the caller of `init` gave. */
export type Given = InitInput | Promise<InitInput> | undefined;

/** Memory an instance keeps between calls, bytes: what a page of some 5 MB leaves; nearly all are far smaller. */
const MOST_KEPT = 128 << 20;

/** One wasm build: how it is started, called, and replaced after a crash. */
export class Engine<Raw extends RawLive> {
  readonly #raw: Raw;
  #starting: Promise<void> | undefined;
  #module: WebAssembly.Module | undefined;
  #locateSync: LocateSync | undefined;

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

  /** Lets the first call start the instance by itself, so that no `init` is needed. */
  startWith(locate: LocateSync): void {
    this.#locateSync = locate;
  }

  /** Runs `work` on the instance. What the core or the instance throws comes out as a `DehuskError`. */
  call<T>(work: (raw: Raw) => T): T {
    this.#module ??= this.#startNow();
    try {
      return work(this.#raw);
    } catch (cause) {
      if (cause instanceof DehuskError) throw cause;
      if (isCoreError(cause)) throw new DehuskError(cause.code, cause.message);
      // A trap leaves the instance's memory in any state: nothing may be called on it again.
      this.#raw.__wbg_reset_state();
      throw new DehuskError("CRASHED", "The engine crashed on this page and was restarted.", { cause });
    } finally {
      this.#giveBackMemory();
    }
  }

  /** The memory of a wasm instance only grows: after an uncommonly large page a fresh instance takes over. */
  #giveBackMemory(): void {
    // Once started, this only gives the exports of the instance that runs.
    if (this.#module === undefined) return;
    const { memory } = this.#raw.initSync({ module: this.#module });
    if (memory.buffer.byteLength > MOST_KEPT) this.#raw.__wbg_reset_state();
  }

  #startNow(): WebAssembly.Module {
    if (this.#locateSync === undefined)
      throw new DehuskError("NOT_INITIALISED", "Await init() before the first call.");
    return this.#run(new WebAssembly.Module(this.#locateSync()));
  }

  async #start(input: Given, locate: Locate): Promise<void> {
    const module = await moduleFrom((await input) ?? (await locate()));
    // A call may have started it meanwhile; then the instance that runs stays.
    this.#module ??= this.#run(module);
  }

  #run(module: WebAssembly.Module): WebAssembly.Module {
    this.#raw.initSync({ module });
    return module;
  }
}

const CORE_CODES = new Set<unknown>(["TOO_LARGE", "BAD_SNAPSHOT", "BAD_OPTION"]);

function isCoreError(thrown: unknown): thrown is { code: DehuskErrorCode; message: string } {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && CORE_CODES.has(thrown.code);
}
