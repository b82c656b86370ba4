// Writes the full engine into dist/inline/wasm.js, as text.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const wasm = readFileSync(new URL("../wasm/full/dehusk_bg.wasm", import.meta.url));
const text = gzipSync(wasm, { level: 9 }).toString("base64");
writeFileSync(
  new URL("../dist/inline/wasm.js", import.meta.url),
  `/** The full engine's wasm, gzip, base64. */\nexport const GZIPPED = "${text}";\n`,
);
