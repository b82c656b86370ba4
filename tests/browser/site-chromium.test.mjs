import { open } from "./drivers/chromium-page.mjs";
import { siteSuite } from "./site/index.mjs";

siteSuite("Chromium", open);
