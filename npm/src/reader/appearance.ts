import { choices, colour, flag, stepper, toggle, type StepButton } from "./controls.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";
import { menu, type Menu } from "./menu.js";
import { FONTS, STEPS, THEMES } from "./settings.js";
import type { Step } from "./settings.js";

/** The “Aa” button and the panel it opens: theme, font, sizes and spaces. */
export function appearance(kit: Kit): Menu {
  const { document, strings } = kit;
  return menu(
    kit,
    "appearance",
    strings.appearance,
    element(document, "span", { "aria-hidden": "true", class: "aa" }, "Aa"),
    themes(kit),
    ownColours(kit),
    fonts(kit),
    ...steppers(kit),
    toggle(
      kit,
      strings.justify,
      "justify",
      ({ align }) => align === "justify",
      (on) => ({ align: on ? "justify" : "start" }),
    ),
    flag(kit, "focus", strings.focus),
  );
}

function themes(kit: Kit): HTMLElement {
  const { document, strings } = kit;
  const names = {
    auto: strings.themeAuto,
    light: strings.themeLight,
    sepia: strings.themeSepia,
    dark: strings.themeDark,
    contrast: strings.themeContrast,
    own: strings.themeOwn,
  };
  const options = THEMES.map((value) => ({
    value,
    label: names[value],
    face: element(document, "span", { class: `disc ${value}`, "aria-hidden": "true" }),
  }));
  return choices(kit, "theme", strings.theme, options);
}

/** Paper and ink, shown while the person's own theme is chosen. */
function ownColours(kit: Kit): HTMLElement {
  const { document, strings, store } = kit;
  const fields = element(
    document,
    "div",
    { class: "colours", role: "group", "aria-label": strings.themeOwn },
    colour(kit, "paper", strings.paper),
    colour(kit, "ink", strings.ink),
  );
  store.watch(({ settings }) => {
    fields.hidden = settings.theme !== "own";
  });
  return fields;
}

function fonts(kit: Kit): HTMLElement {
  const { strings, powers } = kit;
  const names = {
    serif: strings.fontSerif,
    sans: strings.fontSans,
    mono: strings.fontMono,
    legible: strings.fontLegible,
    dyslexic: strings.fontDyslexic,
  };
  const bundled = new Set<string>(["legible", "dyslexic"]);
  const options = FONTS.filter((font) => powers.font !== undefined || !bundled.has(font)).map((value) => ({
    value,
    label: names[value],
  }));
  return choices(kit, "font", strings.font, options);
}

function steppers(kit: Kit): HTMLElement[] {
  const { strings } = kit;
  const percent = new Intl.NumberFormat(strings.lang, { style: "percent" });
  const place = (step: Step) => (value: number) =>
    `${(STEPS[step] as readonly number[]).indexOf(value) + 1} / ${STEPS[step].length}`;
  const rows: [Step, string, [StepButton, StepButton], (value: number) => string][] = [
    [
      "size",
      strings.textSize,
      [
        ["smaller", strings.smaller, "minus"],
        ["larger", strings.larger, "plus"],
      ],
      (value) => `${value} px`,
    ],
    [
      "width",
      strings.width,
      [
        ["narrower", strings.narrower, "narrow"],
        ["wider", strings.wider, "wide"],
      ],
      place("width"),
    ],
    [
      "leading",
      strings.leading,
      [
        ["tighter", strings.tighter, "tight"],
        ["looser", strings.looser, "loose"],
      ],
      (value) => percent.format(value),
    ],
    [
      "letter",
      strings.letter,
      [
        ["letter-less", strings.letterLess, "minus"],
        ["letter-more", strings.letterMore, "plus"],
      ],
      (value) => percent.format(value),
    ],
    [
      "word",
      strings.word,
      [
        ["word-less", strings.wordLess, "minus"],
        ["word-more", strings.wordMore, "plus"],
      ],
      (value) => percent.format(value),
    ],
  ];
  return rows.map(([step, label, buttons, format]) => stepper(kit, step, label, buttons, format));
}
