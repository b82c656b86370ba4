import type { Command } from "./commands.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";
import { menu, type Menu } from "./menu.js";

/** Fields in which letters are letters. */
const WRITING = "select, textarea, input:not([type=checkbox], [type=color], [type=range])";

/** Listens for the keys of all commands. */
export function listenForKeys({ signal }: Kit, frame: HTMLElement, commands: readonly Command[]): void {
  const byKey = new Map(commands.flatMap((command) => command.keys.map((key) => [key, command])));
  frame.addEventListener(
    "keydown",
    (event) => {
      // Keys with a modifier are the browser's, and those of an open dialog its own.
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if ((event.target as Element).matches(WRITING)) return;
      const command = byKey.get(event.key) ?? byKey.get(event.key.toLowerCase());
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    },
    { signal },
  );
}

/** The sheet of all keys. */
export function keySheet(kit: Kit, commands: readonly Command[]): Menu {
  const { document, strings } = kit;
  const rows = commands.flatMap(({ keys, label }) => [
    element(
      document,
      "dt",
      {},
      ...keys.slice(0, 1).map((key) => element(document, "kbd", { dir: "ltr" }, key)),
    ),
    element(document, "dd", {}, label),
  ]);
  return menu(kit, "keys", strings.keys, "keys", element(document, "dl", { class: "sheet" }, ...rows));
}
