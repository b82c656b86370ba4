import { browser } from "wxt/browser";
import type { Send } from "./messages";

/** Asks the background. Rejects where nobody answers; scripts that an update left behind would get an exception at once. */
export const send: Send = async (message) => browser.runtime.sendMessage(message);
