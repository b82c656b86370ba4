import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { showCount, showUnavailable } from "../badge";
import { judgePage, wakeEngine } from "../engine";
import { inject } from "../inject";
import { isMessage, type Message, type Replies } from "../messages";

// The background keeps nothing: it may be stopped after any event. What a tab is doing is known to the script in its page.
export default defineBackground({
  type: "module",
  main() {
    browser.action.onClicked.addListener((tab) => {
      if (tab.id !== undefined) void onClick(tab.id);
    });
    browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
      if (!isMessage(message)) return false;
      void answer(message, sender.tab?.id).then(reply);
      return true;
    });
  },
});

/** Every click injects the page's script; the one that is already there takes the click. */
async function onClick(tabId: number): Promise<void> {
  if (!(await inject(tabId))) await showUnavailable(tabId);
}

async function answer(message: Message, tabId: number | undefined): Promise<Replies[Message["type"]]> {
  switch (message.type) {
    case "wake":
      wakeEngine();
      return { clones: message.sample instanceof Uint8Array };
    case "judge":
      return judgePage(message.page, message.options);
    case "count":
      if (tabId !== undefined) await showCount(tabId, message.hidden);
      return undefined;
  }
}
