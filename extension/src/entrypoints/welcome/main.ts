import { browser } from "wxt/browser";
import { translatePage } from "../../translate";

translatePage();
document.getElementById("options")?.addEventListener("click", () => void browser.runtime.openOptionsPage());

// The person may have given the key to something else.
const commands = await browser.commands.getAll();
const key = commands.find(({ name }) => name === "_execute_action")?.shortcut ?? "";
const place = document.getElementById("key");
if (place !== null) place.textContent = key;
if (place?.parentElement) place.parentElement.hidden = key === "";
