import { parseArgs } from "node:util";

export const FORMATS = ["markdown", "html", "text", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** What one run of the command is to do. */
export interface Job {
  files: string[];
  url: string | undefined;
  format: Format;
  clean: boolean;
  strictness: number | undefined;
  out: string | undefined;
}

/** Arguments that cannot be used, with the sentence that says why. */
export class UsageError extends Error {}

export const USAGE = `Usage: dehusk FILE… [options]      (- is standard input)

  --url URL         address of the page; relative links are resolved against it
  --format FORMAT   markdown (default), html, text or json
  --clean           the whole page without spam, ads and clutter; html or json
  --strictness S    0 keeps more, 1 hides more; default 0.5
  --out DIR         write one file per page into DIR; needed for several files
  --help, --version

Exit status: 0 written, 3 nothing to read on the page, 2 unusable arguments or an unreadable file.
`;

/** Reads the command line; `help` and `version` are answered before anything else. */
export function jobFrom(argv: string[]): Job | "help" | "version" {
  const { values, positionals } = parsed(argv);
  if (values.help === true) return "help";
  if (values.version === true) return "version";
  const clean = values.clean === true;
  const format = FORMATS.find((name) => name === (values.format ?? (clean ? "html" : "markdown")));
  if (format === undefined) throw new UsageError(`--format must be one of ${FORMATS.join(", ")}.`);
  if (clean && format !== "html" && format !== "json") throw new UsageError("--clean writes html or json.");
  const strictness = values.strictness === undefined ? undefined : Number(values.strictness);
  if (strictness !== undefined && !(strictness >= 0 && strictness <= 1)) {
    throw new UsageError("--strictness must be a number from 0 to 1.");
  }
  if (values.url !== undefined && !URL.canParse(values.url))
    throw new UsageError(`${values.url} is no absolute URL.`);
  if (positionals.length === 0) throw new UsageError("Name a file, or - for standard input.");
  if (positionals.length > 1 && values.out === undefined) {
    throw new UsageError("Several files need --out DIR.");
  }
  if (positionals.includes("-") && values.out !== undefined) {
    throw new UsageError("What comes from standard input goes to standard output: leave out --out.");
  }
  return { files: positionals, url: values.url, format, clean, strictness, out: values.out };
}

function parsed(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        url: { type: "string" },
        format: { type: "string" },
        clean: { type: "boolean" },
        strictness: { type: "string" },
        out: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "V" },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
