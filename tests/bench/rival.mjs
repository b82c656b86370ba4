import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const READABILITY = createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js");

const manifest = {
  manifest_version: 3,
  name: "Readability.js and render",
  short_name: "Readability + render",
  version: "1",
  permissions: ["activeTab", "scripting"],
  action: {},
  background: { service_worker: "background.js" },
};

const background = `chrome.action.onClicked.addListener(({ id }) =>
  chrome.scripting.executeScript({ target: { tabId: id }, files: ["Readability.js", "render.js"] }));`;

/** As little as a reader can be: a dialog in a shadow tree, one style sheet, the article as Readability gives it. */
const render = `{
  const article = new Readability(document.cloneNode(true)).parse();
  if (article !== null) {
    const host = document.createElement("rival-reader");
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("style");
    style.textContent = "dialog { position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; overflow: auto; background: #fff } article { max-width: 42rem; margin: 0 auto; padding: 2rem; font: 19px/1.6 serif } img { max-width: 100% }";
    const dialog = document.createElement("dialog");
    const page = document.createElement("article");
    const title = document.createElement("h1");
    title.textContent = article.title;
    const body = document.createElement("div");
    body.innerHTML = article.content;
    page.append(title, body);
    dialog.append(page);
    root.append(style, dialog);
    document.documentElement.append(host);
    dialog.showModal();
  }
}`;

/** Writes an unpacked extension that shows what Readability.js finds, and nothing more; gives its folder. */
export function rival(folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(READABILITY, join(folder, "Readability.js"));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "background.js"), background);
  writeFileSync(join(folder, "render.js"), render);
  return folder;
}
