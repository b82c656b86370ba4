import { element } from "../dom";

/** What stands where there is nothing to show. */
export const empty = (sentence: string): HTMLElement => element("p", { class: "empty" }, sentence);

/** The same with a button for what a person may want nevertheless. */
export function offer(sentence: string, action: string, onPress: () => void): HTMLElement {
  const button = element("button", { type: "button" }, action);
  button.addEventListener("click", onPress);
  return element("div", { class: "empty" }, element("p", {}, sentence), button);
}
