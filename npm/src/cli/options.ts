export const FORMATS = ["markdown", "html", "text", "json", "epub"] as const;
export type Format = (typeof FORMATS)[number];

export const SHELLS = ["bash", "fish", "zsh"] as const;
export type Shell = (typeof SHELLS)[number];

/** One option of the command, from which its parser, usage text, manual page and completions are made. */
interface Option {
  type: "string" | "boolean";
  short?: string;
  /** Name of its value. */
  value?: string;
  /** The only values it takes. */
  of?: readonly string[];
  about: string;
}

export const OPTIONS = {
  url: { type: "string", value: "URL", about: "address of the page; relative links are resolved against it" },
  format: {
    type: "string",
    value: "FORMAT",
    of: FORMATS,
    about: "markdown (default), html, text, json or epub",
  },
  clean: { type: "boolean", about: "the whole page without spam, ads and clutter; html or json" },
  explain: { type: "boolean", about: "what was found and what was hidden, and why; text or json" },
  strictness: { type: "string", value: "S", about: "0 keeps more, 1 hides more; default 0.5" },
  out: {
    type: "string",
    value: "DIR",
    about: "write one file per page or archive into DIR; needed for several pages",
  },
  threads: { type: "string", value: "N", about: "pages worked on at a time; default: the processor's cores" },
  warc: {
    type: "boolean",
    about: "the input is a WARC archive, as files named .warc and .warc.gz are: one line of JSON per page",
  },
  completions: { type: "string", value: "SHELL", of: SHELLS, about: "completions for bash, fish or zsh" },
  help: { type: "boolean", short: "h", about: "this text" },
  version: { type: "boolean", short: "V", about: "the version" },
} as const satisfies Record<string, Option>;

/** Every option with its name, as the texts need it. */
export const LISTED: (Option & { name: string })[] = Object.entries(OPTIONS).map(([name, option]) => ({
  name,
  ...option,
}));

/** Exit statuses with their meaning. */
export const STATUSES = {
  0: "written",
  3: "nothing to read on the page",
  2: "unusable arguments or an unreadable file",
} as const;
