import { browser, type Browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { isAutoChange, registerAuto } from "../auto";
import { showCount, showUnavailable } from "../badge";
import { judgePage, planPage, wakeEngine } from "../engine";
import { fontFiles } from "../fonts";
import { inject } from "../inject";
import { listenToKeys } from "../keys";
import { listenToTabs, openToRead } from "../links";
import { addList, rulesFor } from "../list-engine";
import { pruneMemory } from "../memory";
import { createMenus, listenToMenus } from "../menus";
import { isMessage, type Message, type Replies } from "../messages";
import { saveSettings } from "../settings";
import { addRule } from "../sites";
import type { Task } from "../task";

// The background keeps nothing: it may be stopped after any event. What a tab is doing is known to the script in its page.
export default defineBackground({
  type: "module",
  main() {
    browser.action.onClicked.addListener((tab) => {
      if (tab.id !== undefined) void run(tab.id, "click");
    });
    listenToKeys((tabId, command) => {
      if (command === "panel") void run(tabId, "panel");
    });
    listenToMenus({
      run: (tabId, task) => void run(tabId, task),
      open: (url) => void openToRead(url),
    });
    listenToTabs();
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === "sync" && isAutoChange(changes)) void registerAuto();
    });
    browser.permissions.onAdded.addListener(() => void registerAuto());
    browser.permissions.onRemoved.addListener(() => void registerAuto());
    browser.runtime.onStartup.addListener(() => {
      void pruneMemory();
      void registerAuto();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void createMenus();
      void registerAuto();
      if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
    });
    browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
      if (!isMessage(message)) return false;
      void answer(message, sender).then(reply);
      return true;
    });
  },
});

/** Every click injects the page's script; the one that is already there takes the task. */
async function run(tabId: number, task: Task): Promise<void> {
  if (!(await inject(tabId, task))) await showUnavailable(tabId);
}

async function answer(
  message: Message,
  { tab, url }: Browser.runtime.MessageSender,
): Promise<Replies[Message["type"]]> {
  const tabId = tab?.id;
  switch (message.type) {
    case "wake":
      wakeEngine();
      return { clones: message.sample instanceof Uint8Array };
    case "judge":
      return judgePage(message.page, message.options);
    case "plans":
      return planPage(message.page, message.options, message.levels);
    case "listed":
      return rulesFor(message.url, message.names);
    case "list":
      return addList(message.list, message.content).catch(() => null);
    case "count":
      if (tabId !== undefined) await showCount(tabId, message.hidden);
      return undefined;
    case "font":
      return fontFiles(message.font);
    case "colouring":
      return tabId !== undefined && (await runColouring(tabId));
    case "options":
      await browser.runtime.openOptionsPage();
      return undefined;
    case "settings":
      return isKept(saveSettings(message.part));
    case "rule":
      return url !== undefined && isKept(addRule(new URL(url).host, message.which, message.selector));
  }
}

const isKept = (change: Promise<void>) =>
  change.then(
    () => true,
    () => false,
  );

async function runColouring(tabId: number): Promise<boolean> {
  return browser.scripting.executeScript({ target: { tabId }, files: ["/colouring.js"] }).then(
    () => true,
    () => false,
  );
}
