import { browser } from "wxt/browser";

/** Milliseconds a file may take to arrive, and between two looks. */
const PATIENCE = 60_000;
const PAUSE = 100;

/**
 * The text of a plain text file on the web. The extension's own pages may connect to nothing, and that stays: a tab behind
 * the others opens the file and is closed again. Needs the permission for the site. Rejects for anything but text.
 */
export async function fetchText(address: string): Promise<string> {
  const { id } = await browser.tabs.create({ url: address, active: false });
  if (id === undefined) throw new Error("No tab was opened.");
  try {
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      const text = await textOf(id);
      if (text !== null) return text;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    throw new Error("The file did not arrive.");
  } finally {
    await browser.tabs.remove(id).catch(() => undefined);
  }
}

/** The text in a tab; null while it is not there. */
async function textOf(tabId: number): Promise<string | null> {
  const [answer] = await browser.scripting
    .executeScript({
      target: { tabId },
      func: () =>
        location.protocol.startsWith("http") && document.readyState === "complete"
          ? { type: document.contentType, text: document.body.textContent }
          : null,
    })
    // The tab is still on its way.
    .catch(() => []);
  const found = answer?.result ?? null;
  if (found !== null && found.type !== "text/plain") throw new Error("This is no text file.");
  return found?.text ?? null;
}
