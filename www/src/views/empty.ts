import { element } from "../dom";

/** What stands where there is nothing to show. */
export const empty = (sentence: string): HTMLElement => element("p", { class: "empty" }, sentence);
