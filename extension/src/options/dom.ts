import { text, type MessageKey } from "../i18n";
import { button, element } from "../page/dom";

/** A section of the page with its heading. */
export function section(title: MessageKey, lead: MessageKey | null, ...content: Node[]): HTMLElement {
  return element(
    "section",
    {},
    element("h2", {}, text(title)),
    ...(lead === null ? [] : [element("p", { class: "soft" }, text(lead))]),
    ...content,
  );
}

/** A checkbox or radio button with its words. */
export function choice(
  type: "checkbox" | "radio",
  id: string,
  group: string,
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
): HTMLElement {
  const input = element("input", { type, id, name: group });
  input.checked = checked;
  input.addEventListener("change", () => {
    onChange(input.checked);
  });
  return element("label", {}, input, label);
}

/** Lines, each with a button that takes it away. */
export function removable(items: readonly string[], remove: (item: string) => void): HTMLElement {
  return element(
    "ul",
    { class: "list" },
    ...items.map((item) =>
      element(
        "li",
        {},
        element("code", {}, item),
        button(
          text("remove"),
          () => {
            remove(item);
          },
          { "aria-label": `${text("remove")}: ${item}` },
        ),
      ),
    ),
  );
}

/** Says something at the foot of the page. */
export function say(message: string): void {
  const place = document.getElementById("said");
  if (place !== null) place.textContent = message;
}

/** Says so where a change cannot be kept. */
export function kept(change: Promise<unknown>): void {
  change.catch(() => {
    say(text("reader_notKept"));
  });
}
