import { browser } from "wxt/browser";
import { text } from "./i18n";

const HIDDEN_COLOUR = "#3f6b3a";
const TROUBLE_COLOUR = "#a13a2a";

/** Shows on the toolbar how many blocks are hidden in a tab; null: nothing was done to its page. */
export async function showCount(tabId: number, hidden: number | null): Promise<void> {
  await show(
    tabId,
    HIDDEN_COLOUR,
    hidden === null || hidden === 0 ? "" : String(hidden),
    hidden === null ? text("actionTitle") : text("actionTitleHidden", hidden),
  );
}

/** Says that nothing can be done on this page. The browser forgets it when the tab goes elsewhere. */
export async function showUnavailable(tabId: number): Promise<void> {
  await show(tabId, TROUBLE_COLOUR, "!", text("unavailableTitle"));
  await browser.action.setPopup({ tabId, popup: browser.runtime.getURL("/unavailable.html") });
  // Where a popup needs a click of its own the next click shows it; until then badge and title speak.
  await browser.action.openPopup().catch(() => undefined);
}

async function show(tabId: number, color: string, badge: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
