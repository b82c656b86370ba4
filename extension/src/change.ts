import { send } from "./send";
import { saveSettings, type Settings } from "./settings";
import { addRule, type SiteRules } from "./sites";

/*
 * Changes that read before they write. The background makes them: a page may be left at the same moment, and what it had
 * begun would be lost. Where no background answers, after an update, the page tries by itself.
 */

export function changeSettings(part: Partial<Settings>): void {
  send({ type: "settings", part }).catch(() => saveSettings(part));
}

/** Adds a rule for the site of this page. */
export function changeRules(which: keyof SiteRules, selector: string): void {
  send({ type: "rule", which, selector }).catch(() => addRule(location.host, which, selector));
}
