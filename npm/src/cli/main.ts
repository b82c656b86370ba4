import { readFileSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import init, { DehuskError } from "../node/index.js";
import { jobFrom, USAGE, UsageError, type Job } from "./arguments.js";
import { convert } from "./convert.js";
import { decode } from "./decode.js";
import { convertAll } from "./many.js";

/** Exit statuses, as the usage text says them. */
const WRITTEN = 0;
const UNUSABLE = 2;
const NOTHING_TO_READ = 3;

/** Runs the command; gives its exit status. */
export async function main(argv: string[]): Promise<number> {
  try {
    const job = jobFrom(argv);
    if (job === "help") return print(USAGE);
    if (job === "version") return print(`${packageVersion()}\n`);
    if (job.out !== undefined) return await convertAll({ ...job, out: job.out });
    return await convertOne(job);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof DehuskError)) throw error;
    complain(error.message);
    return UNUSABLE;
  }
}

async function convertOne(job: Job): Promise<number> {
  const file = job.files[0] as string;
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    complain(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return UNUSABLE;
  }
  await init();
  const text = convert(decode(bytes), job);
  if (text === null) {
    complain(`${file} holds nothing to read.`);
    return NOTHING_TO_READ;
  }
  return print(text);
}

/** Writes to standard output. Who closes a pipe early has read enough. */
function print(text: string): number {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EPIPE") break;
      // A pipe that is full for now.
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return WRITTEN;
}

function complain(sentence: string): void {
  process.stderr.write(`dehusk: ${sentence}\n`);
}

function packageVersion(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
