// Writes the manual page that npm installs with the command.
import { readFileSync, writeFileSync } from "node:fs";
import { man } from "../dist/cli/man.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
writeFileSync(new URL("../dist/dehusk.1", import.meta.url), man(version));
