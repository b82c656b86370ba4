import { text } from "../i18n";
import { element } from "../page/dom";
import { removeRule, type SiteRules } from "../sites";
import { kept, removable, section } from "./dom";

/** What the person has hidden or kept on single sites. */
export function rulesSection(sites: ReadonlyMap<string, SiteRules>): HTMLElement {
  const parts = [...sites].flatMap(([host, rules]) =>
    (["hide", "keep"] as const).flatMap((which) =>
      rules[which].length === 0
        ? []
        : [
            element(
              "p",
              {},
              element("b", {}, host),
              ` – ${text(which === "hide" ? "rulesHide" : "rulesKeep")}`,
            ),
            removable(rules[which], (selector) => {
              kept(removeRule(host, which, selector));
            }),
          ],
    ),
  );
  const whole = section("rulesTitle", parts.length === 0 ? "rulesNone" : null, ...parts);
  whole.id = "rules";
  return whole;
}
