/** Every word of the reader's own. `{count}` and `{minutes}` are replaced by numbers in the strings' language. */
export interface ReaderStrings {
  /** Language of these strings, BCP 47. */
  lang: string;
  /** Name of the view, for screen readers. */
  reader: string;
  close: string;
  appearance: string;
  theme: string;
  themeAuto: string;
  themeLight: string;
  themeSepia: string;
  themeDark: string;
  textSize: string;
  smaller: string;
  larger: string;
  width: string;
  narrower: string;
  wider: string;
  /** How many blocks are hidden on the page beneath. */
  hidden: string;
  restore: string;
  /** Link to the page the text is from. */
  original: string;
  /** Name of a table that scrolls sideways. */
  table: string;
  /** Name of a code block that scrolls sideways. */
  code: string;
}

export const ENGLISH: ReaderStrings = {
  lang: "en",
  reader: "Reader view",
  close: "Close reader",
  appearance: "Appearance",
  theme: "Theme",
  themeAuto: "Auto",
  themeLight: "Light",
  themeSepia: "Sepia",
  themeDark: "Dark",
  textSize: "Text size",
  smaller: "Smaller text",
  larger: "Larger text",
  width: "Line width",
  narrower: "Narrower lines",
  wider: "Wider lines",
  hidden: "Hidden blocks: {count}",
  restore: "Restore page",
  original: "Original page",
  table: "Table",
  code: "Code",
};
