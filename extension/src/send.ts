import { browser } from "wxt/browser";
import type { Send } from "./messages";

/** Asks the background. Rejects where nobody answers. */
export const send: Send = (message) => browser.runtime.sendMessage(message);
