import { browser } from "wxt/browser";

/** Firefox for Android has no keys for extensions. */
const commands = browser.commands as typeof browser.commands | undefined;

/** Calls `run` when the person presses the key of a command. The key of the button counts as a click on it. */
export function listenToKeys(run: (tabId: number, command: string) => void): void {
  commands?.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) run(tab.id, command);
  });
}

/** The key that stands for a click on the button, as the browser writes it; "" for none. */
export async function keyOfButton(): Promise<string> {
  const all = (await commands?.getAll()) ?? [];
  return all.find(({ name }) => name === "_execute_action")?.shortcut ?? "";
}
