export const THEMES = ["auto", "light", "sepia", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Text sizes on offer, CSS px. */
export const SIZES = [15, 17, 19, 21, 24, 28] as const;

/** Line widths on offer, em of the text: near 55, 66 and 80 Latin characters. */
export const WIDTHS = [27, 32, 39] as const;

/** What a person chose about the reader's looks. Plain data, to be stored as it is. */
export interface ReaderSettings {
  theme: Theme;
  /** Index into the sizes on offer, 0 (smallest) to 5. */
  size: number;
  /** Index into the widths on offer, 0 (narrow) to 2. */
  width: number;
}

export const DEFAULTS: ReaderSettings = { theme: "auto", size: 2, width: 1 };

/** Settings from anywhere (storage, another version): what cannot be used becomes the default. */
export function settingsFrom(given: Partial<ReaderSettings> | undefined): ReaderSettings {
  const index = (value: unknown, list: readonly number[], otherwise: number) =>
    typeof value === "number" && list[value] !== undefined ? value : otherwise;
  return {
    theme: THEMES.find((theme) => theme === given?.theme) ?? DEFAULTS.theme,
    size: index(given?.size, SIZES, DEFAULTS.size),
    width: index(given?.width, WIDTHS, DEFAULTS.width),
  };
}
