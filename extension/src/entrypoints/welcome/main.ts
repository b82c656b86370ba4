import { browser } from "wxt/browser";
import { keyOfButton } from "../../keys";
import { translatePage } from "../../translate";

translatePage();
document.getElementById("options")?.addEventListener("click", () => void browser.runtime.openOptionsPage());

// The person may have given the key to something else.
const key = await keyOfButton();
const place = document.getElementById("key");
if (place !== null) place.textContent = key;
if (place?.parentElement) place.parentElement.hidden = key === "";
