import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { UsageError, type Job } from "./arguments.js";
import { EXTENSIONS } from "./convert.js";
import { Pool } from "./pool.js";
import { Progress } from "./progress.js";

/** What became of the pages of a run. */
export class Tally {
  written = 0;
  failed = 0;

  /** The exit status that says so. */
  get status(): number {
    if (this.failed > 0) return 2;
    return this.written > 0 ? 0 : 3;
  }
}

/** Makes the output folder. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(
      `${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

/** Converts every file of the job in worker threads; a bad one is reported and the rest done. Gives the exit status. */
export async function convertAll(job: Job & { out: string }): Promise<number> {
  await makeFolder(job.out);
  const files = targets(job);
  const progress = new Progress("pages", files.length);
  const tally = new Tally();
  const pool = new Pool(job, Math.min(files.length, job.threads ?? availableParallelism()));
  const waiting = files[Symbol.iterator]();
  // Each lane asks for its next file when the last is done, so that memory is bounded by the pages under way.
  const lane = async () => {
    for (const task of waiting) {
      const outcome = await pool.run(task);
      if (outcome.status === "written") tally.written += 1;
      if (outcome.status === "nothing") progress.note(`dehusk: ${task.file} holds nothing to read.`);
      if (outcome.status === "failed") {
        tally.failed += 1;
        progress.note(`dehusk: ${task.file}: ${outcome.reason}`);
      }
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: pool.threads }, lane));
  await pool.close();
  progress.end();
  return tally.status;
}

/** Names in the output folder: the page's own with another ending; a name that is taken gets a number. */
function targets(job: Job & { out: string }): { file: string; target: string }[] {
  const taken = new Set<string>();
  return job.files.map((file) => {
    const stem = path.parse(file).name;
    let name = stem;
    for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
    taken.add(name);
    return { file, target: path.join(job.out, name + EXTENSIONS[job.format]) };
  });
}
