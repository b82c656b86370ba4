import { launch } from "./drivers/chromium.mjs";
import { suite } from "./suite/index.mjs";

suite("Chromium", launch);
