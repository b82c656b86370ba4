import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { DehuskError } from "../error.js";
import "../node/sync.js";
import { convertArchives } from "./archive.js";
import { jobFrom, UsageError, type Job, type Question } from "./arguments.js";
import { completions } from "./completions.js";
import { convert } from "./convert.js";
import { decode } from "../decode.js";
import { convertAll } from "./many.js";
import { patience } from "./patience.js";
import { usage } from "./usage.js";
import { write } from "./write.js";

/** Exit statuses, as the usage text says them. */
const WRITTEN = 0;
const UNUSABLE = 2;
const NOTHING_TO_READ = 3;

/** Runs the command; gives its exit status. */
export async function main(argv: string[]): Promise<number> {
  try {
    const job = jobFrom(argv);
    if (typeof job === "string" || "completions" in job) return print(answer(job));
    if (job.warc) return await convertArchives(job);
    if (job.format === "epub" && job.out === undefined && process.stdout.isTTY)
      throw new UsageError("A book is no text for a screen: send it to a file, or name --out DIR.");
    if (job.out !== undefined) return await convertAll({ ...job, out: job.out });
    return await convertOne(job);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof DehuskError)) throw error;
    complain(error.message);
    return UNUSABLE;
  }
}

function answer(question: Question): string {
  if (question === "help") return usage();
  return question === "version" ? `${packageVersion()}\n` : completions(question.completions);
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
  const done = patience(file, bytes.length);
  const made = await convert(decode(bytes), job);
  done();
  if (made === null) {
    complain(`${file} holds nothing to read.`);
    return NOTHING_TO_READ;
  }
  return print(made);
}

function print(what: string | Uint8Array): number {
  write(1, what);
  return WRITTEN;
}

function complain(sentence: string): void {
  process.stderr.write(`dehusk: ${sentence}\n`);
}

/** The package's version, from the file npm reads it from. */
function packageVersion(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
