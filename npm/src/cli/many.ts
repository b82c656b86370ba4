import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { UsageError, type Job } from "./arguments.js";
import { EXTENSIONS } from "./convert.js";
import { Progress } from "./progress.js";

/** One page for a worker. */
export interface Task {
  file: string;
  target: string;
}

/** What became of it. */
export type Outcome =
  { file: string; status: "written" | "nothing" } | { file: string; status: "failed"; reason: string };

/** Converts every file of the job in worker threads; a bad one is reported and the rest done. Gives the exit status. */
export async function convertAll(job: Job & { out: string }): Promise<number> {
  await mkdir(job.out, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(`${job.out} cannot be made: ${String(error)}`);
  });
  const tasks = targets(job);
  const progress = new Progress(tasks.length);
  let failed = 0;
  let written = 0;
  const waiting = tasks[Symbol.iterator]();
  const settle = (outcome: Outcome) => {
    if (outcome.status === "written") written += 1;
    if (outcome.status === "failed") failed += 1;
    if (outcome.status === "failed") progress.note(`dehusk: ${outcome.file}: ${outcome.reason}`);
    if (outcome.status === "nothing") progress.note(`dehusk: ${outcome.file} holds nothing to read.`);
    progress.step();
  };
  const threads = Math.min(tasks.length, availableParallelism());
  await Promise.all(Array.from({ length: threads }, () => work(job, waiting, settle)));
  progress.end();
  if (failed > 0) return 2;
  return written > 0 ? 0 : 3;
}

/** One worker, given a page at a time, so that memory is bounded by the pages under way. */
function work(job: Job, waiting: Iterator<Task>, settle: (outcome: Outcome) => void): Promise<void> {
  const { url, format, clean, strictness } = job;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("worker.js", import.meta.url), {
      workerData: { url, format, clean, strictness },
    });
    const next = () => {
      const task = waiting.next();
      if (task.done === true)
        void worker.terminate().then(() => {
          resolve();
        });
      else worker.postMessage(task.value);
    };
    worker.on("message", (outcome: Outcome) => {
      settle(outcome);
      next();
    });
    worker.on("error", reject);
    next();
  });
}

/** Names in the output folder: the page's own with another ending; pages of the same name are numbered. */
function targets(job: Job & { out: string }): Task[] {
  const taken = new Map<string, number>();
  return job.files.map((file) => {
    const stem = path.parse(file).name;
    const before = taken.get(stem) ?? 0;
    taken.set(stem, before + 1);
    const name = before === 0 ? stem : `${stem}-${before + 1}`;
    return { file, target: path.join(job.out, name + EXTENSIONS[job.format]) };
  });
}
