import { browser } from "wxt/browser";
import { changeAutoSites, loadAutoSites, patternOf, withoutPattern, withPattern } from "./auto";
import { text, type MessageKey } from "./i18n";
import type { Task } from "./task";

type Context = "page" | "selection" | "link" | "action";
type Item = Task | "link" | "always";

const ITEMS: [id: Item, title: MessageKey, context: Context][] = [
  ["reader", "menuReader", "page"],
  ["panel", "whatWasHidden", "page"],
  ["selection", "menuSelection", "selection"],
  ["link", "menuLink", "link"],
  ["panel", "whatWasHidden", "action"],
  ["always", "menuAlways", "action"],
];

/** What the items of the context menus ask for. */
export interface MenuActions {
  run: (tabId: number, task: Task) => void;
  /** Opens a link in a new tab and reads it there. */
  open: (url: string) => void;
}

/** Firefox for Android has no context menus for extensions. */
const menus = browser.contextMenus as typeof browser.contextMenus | undefined;

/** Puts the items into the menus; the browser remembers them. */
export async function createMenus(): Promise<void> {
  if (menus === undefined) return;
  await menus.removeAll();
  for (const [id, title, context] of ITEMS) {
    menus.create({
      id: `${id}-${context}`,
      title: text(title),
      contexts: [context],
      // The browser's own pages have no article, and links to elsewhere than the web no page.
      ...(context === "action" ? {} : { documentUrlPatterns: ["http://*/*", "https://*/*", "file:///*"] }),
      ...(context === "link" ? { targetUrlPatterns: ["http://*/*", "https://*/*"] } : {}),
    });
  }
}

/** Listens to the menus. Permissions are asked for before anything else: later it would not count as the person's click. */
export function listenToMenus({ run, open }: MenuActions): void {
  menus?.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    const item = String(menuItemId).split("-")[0] as Item;
    if (item === "link") {
      const origins = [patternOf(linkUrl ?? "")].filter((pattern) => pattern !== null);
      if (origins.length === 0 || linkUrl === undefined) return;
      void browser.permissions.request({ origins }).then((granted) => {
        if (granted) open(linkUrl);
      });
      return;
    }
    const tabId = tab?.id;
    if (tabId === undefined) return;
    if (item === "always")
      void toggleAlways(tab?.url ?? "", () => {
        run(tabId, "reader");
      });
    else run(tabId, item);
  });
}

/** Puts the site of a page on the list of automatic mode, or takes it off. */
async function toggleAlways(url: string, onAllowed: () => void): Promise<void> {
  const pattern = patternOf(url);
  if (pattern === null) return;
  const asked = browser.permissions.request({ origins: [pattern] });
  if ((await loadAutoSites()).allow.includes(pattern)) {
    await changeAutoSites((sites) => ({ ...sites, allow: withoutPattern(sites.allow, pattern) }));
    await browser.permissions.remove({ origins: [pattern] });
  } else if (await asked) {
    await changeAutoSites((sites) => ({ ...sites, allow: withPattern(sites.allow, pattern) }));
    onAllowed();
  }
}
