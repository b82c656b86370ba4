import { browser } from "wxt/browser";
import { loadAutoSites } from "../../auto";
import { loadLists } from "../../lists";
import { loadSettings } from "../../settings";
import { allRules } from "../../sites";
import { translatePage } from "../../translate";
import { autoSection } from "../../options/auto";
import { backupSection } from "../../options/backup";
import { clickSection } from "../../options/click";
import { hidingSection } from "../../options/hiding";
import { listsSection } from "../../options/lists";
import { rulesSection } from "../../options/rules";

translatePage();

/** The page is a function of what is stored: whatever changes it, also on another device, is drawn. */
async function draw(): Promise<void> {
  const [settings, auto, rules, lists] = await Promise.all([
    loadSettings(),
    loadAutoSites(),
    allRules(),
    loadLists(),
  ]);
  const form = document.getElementById("form");
  const focused = document.activeElement?.id ?? "";
  form?.replaceChildren(
    clickSection(settings),
    hidingSection(settings),
    autoSection(settings, auto),
    rulesSection(rules),
    listsSection(lists),
    backupSection(),
  );
  document.getElementById(focused)?.focus();
}

void draw();
browser.storage.onChanged.addListener(() => void draw());
