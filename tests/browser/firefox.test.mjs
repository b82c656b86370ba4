import { launch } from "./drivers/firefox.mjs";
import { suite } from "./suite/index.mjs";

suite("Firefox", launch);
