import { parseArgs } from "node:util";
import { FORMATS, OPTIONS, SHELLS, type Format, type Shell } from "./options.js";

/** What is written of a page: its article, the page cleaned, or the judgement with its reasons. */
export type Mode = "article" | "clean" | "explain";

/** What one run of the command is to do. */
export interface Job {
  files: string[];
  url: string | undefined;
  format: Format;
  mode: Mode;
  strictness: number | undefined;
  out: string | undefined;
  threads: number | undefined;
  warc: boolean;
}

/** What is asked of the command itself. */
export type Question = "help" | "version" | { completions: Shell };

/** Arguments that cannot be used, with the sentence that says why. */
export class UsageError extends Error {}

/** Formats of each mode, the first is its default. */
const WRITES: Record<Mode, readonly Format[]> = {
  article: FORMATS,
  clean: ["html", "json"],
  explain: ["text", "json"],
};

/** Reads the command line; questions about the command are answered before anything else. */
export function jobFrom(argv: string[]): Job | Question {
  const { values, positionals: files } = parsed(argv);
  if (values.help === true) return "help";
  if (values.version === true) return "version";
  if (values.completions !== undefined)
    return { completions: oneOf("--completions", SHELLS, values.completions) };
  if (values.clean === true && values.explain === true)
    throw new UsageError("--clean and --explain cannot go together.");
  const mode = values.clean === true ? "clean" : values.explain === true ? "explain" : "article";
  if (values.url !== undefined && !URL.canParse(values.url))
    throw new UsageError(`${values.url} is no absolute URL.`);
  const warc = values.warc === true || files.some(isArchive);
  const job: Job = {
    files,
    url: values.url,
    format: formatFor(mode, warc, values.format),
    mode,
    strictness: number("--strictness", "a number from 0 to 1", values.strictness, (s) => s >= 0 && s <= 1),
    out: values.out,
    threads: number(
      "--threads",
      "a whole number of at least 1",
      values.threads,
      (n) => Number.isInteger(n) && n >= 1,
    ),
    warc,
  };
  checkFiles(job, values.warc === true);
  return job;
}

function checkFiles({ files, out, warc }: Job, said: boolean): void {
  if (files.length === 0) throw new UsageError("Name a file, or - for standard input.");
  if (files.includes("-") && files.length > 1) throw new UsageError("Standard input cannot go with files.");
  if (files.includes("-") && out !== undefined)
    throw new UsageError("What comes from standard input goes to standard output: leave out --out.");
  if (warc && !said && !files.every(isArchive))
    throw new UsageError("Archives and pages cannot go together in one run.");
  if (files.length > 1 && out === undefined && !warc) throw new UsageError("Several files need --out DIR.");
}

function formatFor(mode: Mode, warc: boolean, given: string | undefined): Format {
  if (warc && mode === "explain") throw new UsageError("--explain is for single pages, not for archives.");
  if (warc && given !== undefined && given !== "json")
    throw new UsageError("An archive is written as lines of JSON: leave out --format.");
  if (warc) return "json";
  const [usual = "json"] = WRITES[mode];
  const format = given === undefined ? usual : oneOf("--format", FORMATS, given);
  if (!WRITES[mode].includes(format)) throw new UsageError(`--${mode} writes ${WRITES[mode].join(" or ")}.`);
  return format;
}

const isArchive = (file: string) => /\.warc(\.gz)?$/i.test(file);

function oneOf<T extends string>(option: string, names: readonly T[], given: string): T {
  const found = names.find((name) => name === given);
  if (found === undefined) throw new UsageError(`${option} must be one of ${names.join(", ")}.`);
  return found;
}

function number(
  option: string,
  what: string,
  given: string | undefined,
  fits: (value: number) => boolean,
): number | undefined {
  if (given === undefined) return undefined;
  const value = given.trim() === "" ? NaN : Number(given);
  if (!fits(value)) throw new UsageError(`${option} must be ${what}.`);
  return value;
}

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options: OPTIONS });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
