export const THEMES = ["auto", "light", "sepia", "dark", "contrast", "own"] as const;
export type Theme = (typeof THEMES)[number];

/** `legible` is Atkinson Hyperlegible, `dyslexic` OpenDyslexic. */
export const FONTS = ["serif", "sans", "mono", "legible", "dyslexic"] as const;
export type Font = (typeof FONTS)[number];

export const ALIGNMENTS = ["start", "justify"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Values on offer, by setting. A setting is an index into its list. */
export const STEPS = {
  /** Text size, CSS px. */
  size: [15, 17, 19, 21, 24, 28, 34, 42],
  /** Line width, em of the text: near 55, 66, 80 and 105 Latin characters. */
  width: [27, 32, 39, 52],
  /** Factor on the leading that script and font ask for. */
  leading: [0.85, 1, 1.15, 1.35, 1.6],
  /** Added between letters, em. WCAG 2.2, 1.4.12 asks for 0.12 to be possible. */
  letter: [0, 0.03, 0.06, 0.12],
  /** Added between words, em. WCAG 2.2, 1.4.12 asks for 0.16 to be possible. */
  word: [0, 0.08, 0.16, 0.3],
  /** Speed of reading aloud, factor. */
  rate: [0.6, 0.8, 1, 1.2, 1.5, 1.8, 2.2],
} as const satisfies Record<string, readonly number[]>;
export type Step = keyof typeof STEPS;

/** What a person chose about the reader's looks and voice. Plain data, to be stored as it is. */
export interface ReaderSettings extends Record<Step, number> {
  theme: Theme;
  /** Paper and ink of the theme `own`, `#rrggbb`. */
  paper: string;
  ink: string;
  font: Font;
  align: Alignment;
  /** Dims all but a few lines. */
  focus: boolean;
  /** `voiceURI` of the voice that reads aloud; "" for the language's default. */
  voice: string;
  /** Saved Markdown starts with YAML front matter. */
  frontMatter: boolean;
  /** Saved HTML holds its pictures. */
  embed: boolean;
}

export const DEFAULTS: ReaderSettings = {
  theme: "auto",
  paper: "#f2efe6",
  ink: "#24303a",
  font: "serif",
  size: 2,
  width: 1,
  leading: 1,
  letter: 0,
  word: 0,
  align: "start",
  focus: false,
  voice: "",
  rate: 2,
  frontMatter: false,
  embed: true,
};

/** The value a step setting stands for. */
export function valueOf(settings: ReaderSettings, step: Step): number {
  return STEPS[step][settings[step]] as number;
}

const COLOUR = /^#[\da-f]{6}$/i;

/** Settings from anywhere (storage, another version): what cannot be used becomes the default. */
export function settingsFrom(given: Partial<ReaderSettings> | undefined): ReaderSettings {
  const one = <T>(list: readonly T[], value: unknown, otherwise: T) =>
    list.find((item) => item === value) ?? otherwise;
  const colour = (value: unknown, otherwise: string) =>
    typeof value === "string" && COLOUR.test(value) ? value.toLowerCase() : otherwise;
  const flag = (value: unknown, otherwise: boolean) => (typeof value === "boolean" ? value : otherwise);
  const index = (step: Step) => {
    const value: unknown = given?.[step];
    return typeof value === "number" && STEPS[step][value] !== undefined ? value : DEFAULTS[step];
  };
  return {
    theme: one(THEMES, given?.theme, DEFAULTS.theme),
    paper: colour(given?.paper, DEFAULTS.paper),
    ink: colour(given?.ink, DEFAULTS.ink),
    font: one(FONTS, given?.font, DEFAULTS.font),
    size: index("size"),
    width: index("width"),
    leading: index("leading"),
    letter: index("letter"),
    word: index("word"),
    align: one(ALIGNMENTS, given?.align, DEFAULTS.align),
    focus: flag(given?.focus, DEFAULTS.focus),
    voice: typeof given?.voice === "string" ? given.voice : DEFAULTS.voice,
    rate: index("rate"),
    frontMatter: flag(given?.frontMatter, DEFAULTS.frontMatter),
    embed: flag(given?.embed, DEFAULTS.embed),
  };
}
