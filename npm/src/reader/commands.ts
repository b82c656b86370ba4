import { step } from "./controls.js";
import { goTo } from "./contents.js";
import { choose, type Kit, type PanelName } from "./kit.js";
import type { Marks } from "./marks.js";
import { blocksOf } from "./progress.js";
import type { Saving } from "./save.js";
import { DEFAULTS, THEMES } from "./settings.js";
import type { Speech } from "./speech.js";

/** Something the keyboard can do. */
export interface Command {
  /** As `KeyboardEvent.key` says them. */
  keys: string[];
  label: string;
  run: () => void;
}

/** What the commands work on. */
export interface Parts {
  kit: Kit;
  prose: HTMLElement;
  headings: HTMLElement[];
  speech: Speech;
  marks: Marks;
  saving: Saving;
  close: (() => void) | undefined;
}

/** All keys of the reader, in the order of the key sheet. */
export function commandsOf({ kit, prose, headings, speech, marks, saving, close }: Parts): Command[] {
  const { strings, store } = kit;
  const panel = (name: PanelName) => () => {
    store.change({ panel: store.state.panel === name ? null : name });
  };
  const go = (list: HTMLElement[], by: number) => () => {
    const target = beside(list, by);
    if (target !== undefined) goTo(target);
  };
  const blocks = () => blocksOf(prose).filter((block) => block.checkVisibility());
  const commands: (Command | null)[] = [
    {
      keys: ["j"],
      label: strings.keyNext,
      run: () => {
        go(blocks(), 1)();
      },
    },
    {
      keys: ["k"],
      label: strings.keyPrevious,
      run: () => {
        go(blocks(), -1)();
      },
    },
    headings.length > 0 ? { keys: ["n"], label: strings.keyHeading, run: go(headings, 1) } : null,
    headings.length > 0 ? { keys: ["b"], label: strings.keyHeadingBack, run: go(headings, -1) } : null,
    headings.length > 0 ? { keys: ["t"], label: strings.contents, run: panel("contents") } : null,
    { keys: ["a"], label: strings.appearance, run: panel("appearance") },
    {
      keys: ["+", "="],
      label: strings.larger,
      run: () => {
        step(kit, "size", 1);
      },
    },
    {
      keys: ["-"],
      label: strings.smaller,
      run: () => {
        step(kit, "size", -1);
      },
    },
    {
      keys: ["0"],
      label: strings.textSize,
      run: () => {
        choose(kit, { size: DEFAULTS.size });
      },
    },
    {
      keys: ["]"],
      label: strings.wider,
      run: () => {
        step(kit, "width", 1);
      },
    },
    {
      keys: ["["],
      label: strings.narrower,
      run: () => {
        step(kit, "width", -1);
      },
    },
    {
      keys: ["d"],
      label: strings.keyTheme,
      run: () => {
        nextTheme(kit);
      },
    },
    {
      keys: ["f"],
      label: strings.focus,
      run: () => {
        choose(kit, { focus: !store.state.settings.focus });
      },
    },
    {
      keys: ["h"],
      label: strings.highlight,
      run: () => {
        marks.add();
      },
    },
    { keys: ["l"], label: strings.listen, run: speech.toggle },
    {
      keys: [","],
      label: strings.slower,
      run: () => {
        step(kit, "rate", -1);
      },
    },
    {
      keys: ["."],
      label: strings.faster,
      run: () => {
        step(kit, "rate", 1);
      },
    },
    { keys: ["s"], label: strings.save, run: panel("save") },
    { keys: ["c"], label: strings.copyMarkdown, run: saving.copyMarkdown },
    { keys: ["p"], label: strings.print, run: saving.print },
    { keys: ["?"], label: strings.keys, run: panel("keys") },
    close ? { keys: ["q"], label: strings.close, run: close } : null,
  ];
  return commands.filter((command) => command !== null);
}

function nextTheme(kit: Kit): void {
  const { theme } = kit.store.state.settings;
  choose(kit, { theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto" });
}

/** Height of the toolbar that covers the top of the text, CSS px, with a little air. */
const COVERED = 80;

/** The block before or after the one the person is at: the focused one, or the first below the toolbar. */
function beside(list: HTMLElement[], by: number): HTMLElement | undefined {
  const focused = (list[0]?.getRootNode() as ShadowRoot | undefined)?.activeElement;
  const at = list.findIndex((block) => block === focused);
  if (at >= 0) return list[at + by];
  const tops = list.map((block) => block.getBoundingClientRect().top);
  return by > 0
    ? list[tops.findIndex((top) => top > COVERED)]
    : list[tops.findLastIndex((top) => top < COVERED - 10)];
}
