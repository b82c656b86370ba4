import type { Kit } from "./kit.js";
import { valueOf } from "./settings.js";

/** Keeps the frame's looks up with the settings; the style sheet does the rest. */
export function followSettings({ store }: Kit, frame: HTMLElement): void {
  store.watch(({ settings }) => {
    const { dataset, style } = frame;
    dataset["theme"] = settings.theme;
    dataset["font"] = settings.font;
    dataset["align"] = settings.align;
    style.setProperty("--size", `${valueOf(settings, "size")}px`);
    style.setProperty("--measure", `${valueOf(settings, "width")}em`);
    style.setProperty("--leading", String(valueOf(settings, "leading")));
    style.setProperty("--letter", `${valueOf(settings, "letter")}em`);
    style.setProperty("--word", `${valueOf(settings, "word")}em`);
    style.setProperty("--own-paper", settings.paper);
    style.setProperty("--own-ink", settings.ink);
    dataset["ground"] = isDark(settings.paper) ? "dark" : "light";
  });
}

/** Whether a colour `#rrggbb` is nearer to black, by its luma (ITU-R BT.601). */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
