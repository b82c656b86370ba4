import { browser } from "wxt/browser";
import { translatePage } from "../../translate";

translatePage();

// Files of the device are the one place where the person can let Chromium's extensions in. Which page this is it does not say.
const hint = document.getElementById("files");
if (hint !== null && !import.meta.env.FIREFOX)
  hint.hidden = await browser.extension.isAllowedFileSchemeAccess();
