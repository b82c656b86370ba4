import { browser } from "wxt/browser";
import { changeAutoSites, isPattern, patternOf, withoutPattern, withPattern, type AutoSites } from "../auto";
import { changeSettings } from "../change";
import { text } from "../i18n";
import { button, element } from "../page/dom";
import { type Settings } from "../settings";
import { choice, kept, removable, section, say } from "./dom";

/** The sites that are read without a click. */
export function autoSection({ auto }: Settings, sites: AutoSites): HTMLElement {
  const field = element("input", {
    type: "text",
    id: "auto-site",
    placeholder: "example.org",
    "aria-label": text("autoSite"),
    spellcheck: "false",
  });
  const add = (list: keyof AutoSites) => () => {
    const pattern = patternFrom(field.value);
    if (pattern === null) {
      say(text("autoWrong"));
      return;
    }
    const keep = () => {
      kept(changeAutoSites((now) => ({ ...now, [list]: withPattern(now[list], pattern) })));
    };
    if (list === "block") keep();
    else
      void browser.permissions.request({ origins: [pattern] }).then((granted) => {
        if (granted) keep();
      });
  };
  const remove = (list: keyof AutoSites, pattern: string) => {
    kept(changeAutoSites((now) => ({ ...now, [list]: withoutPattern(now[list], pattern) })));
  };
  const whole = section(
    "autoTitle",
    "autoLead",
    removable(sites.allow, (pattern) => {
      remove("allow", pattern);
      void browser.permissions.remove({ origins: [pattern] });
    }),
    ...(sites.block.length > 0 ? [element("p", { class: "soft" }, text("autoBlocked"))] : []),
    removable(sites.block, (pattern) => {
      remove("block", pattern);
    }),
    element(
      "div",
      { class: "row" },
      field,
      button(text("autoAdd"), add("allow"), { id: "auto-add" }),
      button(text("autoBlock"), add("block"), { id: "auto-block" }),
    ),
    choice("checkbox", "auto-reader", "auto", text("autoReader"), auto === "reader", (checked) => {
      kept(changeSettings({ auto: checked ? "reader" : "clean" }));
    }),
  );
  whole.id = "auto";
  return whole;
}

/** A pattern from what a person writes: a host, an address, or a pattern. */
function patternFrom(written: string): string | null {
  const given = written.trim();
  if (given === "") return null;
  if (isPattern(given)) return given;
  return patternOf(/^https?:\/\//.test(given) ? given : `https://${given}`);
}
