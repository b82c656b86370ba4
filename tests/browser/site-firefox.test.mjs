import { open } from "./drivers/firefox-page.mjs";
import { siteSuite } from "./site/index.mjs";

siteSuite("Firefox", open);
