import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Wanted } from "./convert.js";

/** One page for a worker: a file to write to another, or bytes that came out of an archive. */
export type Task =
  | { file: string; target: string }
  | { bytes: Uint8Array<ArrayBuffer>; charset: string | undefined; url: string; date: string };

/** What became of it; `line` is what is to be written of an archive's page. */
export type Outcome =
  { status: "written" | "nothing"; line?: string } | { status: "failed"; reason: string; line?: string };

interface Waiting {
  task: Task;
  done: (outcome: Outcome) => void;
}

/** Worker threads that convert pages, each one page at a time. A thread that dies takes only its page with it. */
export class Pool {
  readonly #wanted: Wanted;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  readonly #waiting: Waiting[] = [];
  /** Most threads at a time. */
  readonly threads: number;
  #started = 0;

  constructor(wanted: Wanted, threads = availableParallelism()) {
    this.#wanted = wanted;
    this.threads = threads;
  }

  /** Converts one page as soon as a thread is free. Never rejects. */
  run(task: Task): Promise<Outcome> {
    return new Promise((done) => {
      this.#waiting.push({ task, done });
      this.#next();
    });
  }

  /** Ends the threads; what they are at is given up. */
  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#started < this.threads ? this.#start() : undefined);
    const waiting = worker && this.#waiting.shift();
    if (worker === undefined || waiting === undefined) return;
    this.#busy.set(worker, waiting);
    worker.postMessage(waiting.task, "bytes" in waiting.task ? [waiting.task.bytes.buffer] : []);
  }

  #start(): Worker {
    this.#started += 1;
    const { url, format, mode, strictness } = this.#wanted;
    const worker = new Worker(new URL("worker.js", import.meta.url), {
      workerData: { url, format, mode, strictness },
    });
    worker.on("message", (outcome: Outcome) => {
      const waiting = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      waiting?.done(outcome);
      this.#next();
    });
    worker.on("error", (error) => {
      const waiting = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#started -= 1;
      waiting?.done({ status: "failed", reason: error instanceof Error ? error.message : String(error) });
      this.#next();
    });
    return worker;
  }
}
