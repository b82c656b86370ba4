import { browser } from "wxt/browser";
import { loadAutoSites, patternOf } from "../auto";
import { text } from "../i18n";
import { removeList, type ListInfo } from "../lists";
import { button, element } from "../page/dom";
import { fetchText } from "../fetch-text";
import { send } from "../send";
import { kept, say, section } from "./dom";

/** Filter lists of the person's own. None comes with Dehusk, and nothing needs one. */
export function listsSection(lists: readonly ListInfo[]): HTMLElement {
  const file = element("input", { type: "file", accept: ".txt,text/plain", id: "list-file", hidden: "" });
  file.addEventListener("change", () => {
    const given = file.files?.[0];
    if (given !== undefined) void add(given.name.replace(/\.txt$/, ""), null, () => given.text());
  });
  const field = element("input", {
    type: "url",
    id: "list-address",
    placeholder: "https://example.org/list.txt",
    "aria-label": text("listsAddress"),
    spellcheck: "false",
  });
  const whole = section(
    "listsTitle",
    "listsLead",
    element("ul", { class: "list" }, ...lists.map(line)),
    element(
      "div",
      { class: "row" },
      field,
      button(text("autoAdd"), () => void addAddress(field.value.trim()), { id: "list-add" }),
      button(
        text("listsFile"),
        () => {
          file.click();
        },
        { id: "list-pick" },
      ),
      file,
    ),
  );
  whole.id = "lists";
  return whole;
}

function line(info: ListInfo): HTMLElement {
  const day = new Intl.DateTimeFormat(text("lang"), { dateStyle: "medium" });
  const { id, name, address } = info;
  const known = Number.isNaN(Date.parse(info.updated)) ? "" : ` · ${day.format(new Date(info.updated))}`;
  return element(
    "li",
    {},
    element(
      "span",
      {},
      element("bdi", {}, name),
      element("span", { class: "soft" }, ` ${text("listsRules", info.rules)}${known}`),
    ),
    ...(address === null
      ? []
      : [
          button(text("listsUpdate"), () => void addAddress(address, id), {
            "aria-label": `${text("listsUpdate")}: ${name}`,
          }),
        ]),
    button(
      text("remove"),
      () => {
        kept(removeList(id));
      },
      { "aria-label": `${text("remove")}: ${name}` },
    ),
  );
}

/** The browser asks the person for the site at this moment; it is given back when the list is there. */
async function addAddress(address: string, id?: string): Promise<void> {
  const pattern = patternOf(address);
  if (pattern === null) {
    say(text("autoWrong"));
    return;
  }
  const origins = [pattern];
  // Nothing may come before the request: browsers take it only straight from a click.
  if (!(await browser.permissions.request({ origins }))) return;
  const name =
    new URL(address).pathname
      .split("/")
      .at(-1)
      ?.replace(/\.txt$/, "") ?? "";
  await add(name === "" ? new URL(address).hostname : name, address, () => fetchText(address), id);
  const { allow } = await loadAutoSites();
  if (!allow.includes(pattern)) await browser.permissions.remove({ origins });
}

async function add(
  name: string,
  address: string | null,
  read: () => Promise<string>,
  id: string = crypto.randomUUID(),
): Promise<void> {
  const added = await read()
    .then((content) => send({ type: "list", list: { id, name, address }, content }))
    .catch(() => null);
  if (added === null) say(text("listsFailed"));
  else say(added === 0 ? text("listsNone") : text("listsAdded", added));
}
