/** Events through which our controls are worked. */
const TYPES = ["click", "input", "change", "keydown", "keyup", "pointerdown", "mousedown"];

/**
 * Lets nobody but the person work the controls in one of our shadow trees. They are open, so that dictionaries and translators
 * find the text; a page finds our buttons there too, but what it presses by script is not trusted (DOM standard, `isTrusted`).
 * Only links and the like in parts that `free` selects may be clicked by everyone: other add-ons do that for people without a mouse.
 */
export function heedThePerson(root: ShadowRoot, free?: string): void {
  const hold = (event: Event) => {
    if (event.isTrusted) return;
    const isClick = event instanceof MouseEvent;
    if (isClick && free !== undefined && (event.target as Element).closest(free) !== null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of TYPES) root.addEventListener(type, hold, { capture: true });
}
