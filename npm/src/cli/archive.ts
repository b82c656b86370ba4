import { once } from "node:events";
import { closeSync, createReadStream, openSync } from "node:fs";
import path from "node:path";
import { createGunzip } from "node:zlib";
import { pipeline, type Readable } from "node:stream";
import { UsageError, type Job } from "./arguments.js";
import { makeFolder, Tally } from "./many.js";
import { Pool, type Outcome } from "./pool.js";
import { Progress } from "./progress.js";
import { pages } from "./warc/pages.js";
import { write } from "./write.js";

const STDOUT = 1;

/** Pages under way for each thread: one at work, one waiting, so that no thread waits for the archive. */
const AHEAD = 2;

/**
 * Writes one line of JSON for every HTML page of the archives, in their order. Archives are read as they are worked on,
 * so memory is bounded by the pages under way. Gives the exit status.
 */
export async function convertArchives(job: Job): Promise<number> {
  if (job.out !== undefined) await makeFolder(job.out);
  const pool = new Pool(job, job.threads);
  const progress = new Progress("pages");
  const tally = new Tally();
  try {
    for (const file of job.files) {
      const fd = job.out === undefined ? STDOUT : openSync(targetOf(file, job.out), "w");
      try {
        if (!(await convertArchive(file, fd, pool, tally, progress))) break;
      } catch (error) {
        tally.failed += 1;
        progress.note(`dehusk: ${file}: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        if (fd !== STDOUT) closeSync(fd);
      }
    }
  } finally {
    await pool.close();
    progress.end();
  }
  return tally.status;
}

/** False where nobody reads on. */
async function convertArchive(
  file: string,
  fd: number,
  pool: Pool,
  tally: Tally,
  progress: Progress,
): Promise<boolean> {
  const underWay: { url: string; outcome: Promise<Outcome> }[] = [];
  const settle = async () => {
    const first = underWay.shift();
    if (first === undefined) return true;
    const outcome = await first.outcome;
    progress.step();
    if (outcome.status === "written") tally.written += 1;
    if (outcome.status === "failed") {
      tally.failed += 1;
      progress.note(`dehusk: ${first.url}: ${outcome.reason}`);
    }
    return outcome.line === undefined || write(fd, `${outcome.line}\n`);
  };
  try {
    for await (const page of pages(await opened(file))) {
      underWay.push({ url: page.url, outcome: pool.run(page) });
      if (underWay.length >= pool.threads * AHEAD && !(await settle())) return false;
    }
  } finally {
    // Pages before the place where an archive is broken are still written.
    while (underWay.length > 0 && (await settle()));
  }
  return true;
}

/** The archive's bytes, unpacked. */
async function opened(file: string): Promise<AsyncIterable<Uint8Array>> {
  const raw: Readable = file === "-" ? process.stdin : createReadStream(file);
  await once(raw, "readable");
  const first = raw.read() as Buffer | null;
  if (first === null) return raw;
  raw.unshift(first);
  if (first[0] !== 0x1f || first[1] !== 0x8b) return raw;
  // One gzip member per record is usual; the decoder goes on from member to member. Errors come out where it is read.
  return pipeline(raw, createGunzip(), () => undefined);
}

function targetOf(file: string, folder: string): string {
  const target = path.join(folder, `${path.basename(file).replace(/\.warc(\.gz)?$/i, "")}.jsonl`);
  if (path.resolve(target) === path.resolve(file)) throw new UsageError(`${target} would be written over.`);
  return target;
}
