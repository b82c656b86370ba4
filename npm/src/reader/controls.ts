import { element, icon, type Icon } from "./dom.js";
import { choose, type Kit } from "./kit.js";
import { STEPS, valueOf, type ReaderSettings, type Step } from "./settings.js";

/** Settings whose value is one of a few words. */
type Choice = "theme" | "font";
type Flag = {
  [Key in keyof ReaderSettings]: ReaderSettings[Key] extends boolean ? Key : never;
}[keyof ReaderSettings];

/** A row of buttons of which one is pressed. */
export function choices<Key extends Choice>(
  kit: Kit,
  key: Key,
  label: string,
  options: readonly { value: ReaderSettings[Key]; label: string; face?: HTMLElement }[],
): HTMLElement {
  const { document, store } = kit;
  const buttons = options.map(({ value, label: name, face }) => {
    const button = element(
      document,
      "button",
      { type: "button", class: `choice ${key}-${value}`, "data-action": `${key}-${value}` },
      face,
      name,
    );
    button.addEventListener("click", () => {
      choose(kit, { [key]: value });
    });
    return { value, button };
  });
  store.watch(({ settings }) => {
    for (const { value, button } of buttons)
      button.setAttribute("aria-pressed", String(settings[key] === value));
  });
  return element(
    document,
    "div",
    { class: `choices ${key}s`, role: "group", "aria-label": label },
    ...buttons.map(({ button }) => button),
  );
}

/** One end of a stepper. */
export type StepButton = [action: string, name: string, drawing: Icon];

/** Two buttons that go through a list of values. */
export function stepper(
  kit: Kit,
  key: Step,
  label: string,
  buttons: [StepButton, StepButton],
  format: (value: number) => string,
): HTMLElement {
  const { document, store } = kit;
  const last = STEPS[key].length - 1;
  const value = element(document, "output", { class: "value" });
  const [less, more] = buttons.map(([action, name, drawing], at) => {
    const button = element(
      document,
      "button",
      { type: "button", class: "tool", "data-action": action, "aria-label": name, title: name },
      icon(document, drawing),
    );
    button.addEventListener("click", () => {
      step(kit, key, at === 0 ? -1 : 1);
    });
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement];
  store.watch(({ settings }) => {
    value.textContent = format(valueOf(settings, key));
    // Not `disabled`: a button that loses its focus under the finger loses the person's place.
    less.setAttribute("aria-disabled", String(settings[key] === 0));
    more.setAttribute("aria-disabled", String(settings[key] === last));
  });
  return element(
    document,
    "div",
    { class: "row", role: "group", "aria-label": label },
    element(document, "span", { class: "name" }, label),
    less,
    value,
    more,
  );
}

/** Goes `by` steps through the values of a setting; at their end nothing happens. */
export function step(kit: Kit, key: Step, by: number): void {
  const next = kit.store.state.settings[key] + by;
  if (STEPS[key][next] !== undefined) choose(kit, { [key]: next });
}

/** A switch for a setting that is on or off. */
export function toggle(
  kit: Kit,
  label: string,
  action: string,
  isOn: (settings: ReaderSettings) => boolean,
  change: (on: boolean) => Partial<ReaderSettings>,
): HTMLElement {
  const { document, store } = kit;
  const box = element(document, "input", { type: "checkbox", role: "switch", "data-action": action });
  box.addEventListener("change", () => {
    choose(kit, change(box.checked));
  });
  store.watch(({ settings }) => {
    box.checked = isOn(settings);
  });
  return element(
    document,
    "label",
    { class: "row switch" },
    element(document, "span", { class: "name" }, label),
    box,
  );
}

/** A switch for a setting that is itself yes or no. */
export function flag(kit: Kit, key: Flag, label: string): HTMLElement {
  return toggle(
    kit,
    label,
    key,
    (settings) => settings[key],
    (on) => ({ [key]: on }),
  );
}

/** A field for one of the own colours. */
export function colour(kit: Kit, key: "paper" | "ink", label: string): HTMLElement {
  const { document, store } = kit;
  const field = element(document, "input", { type: "color", "data-action": key });
  field.addEventListener("input", () => {
    choose(kit, { [key]: field.value });
  });
  store.watch(({ settings }) => {
    field.value = settings[key];
  });
  return element(document, "label", { class: "colour" }, field, label);
}
