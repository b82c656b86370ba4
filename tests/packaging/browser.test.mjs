// Browsers without a bundler: a page, a worker and a service worker.
import test from "node:test";
import { open } from "./chromium.mjs";
import { check, use } from "./consumer.mjs";
import { project } from "./project.mjs";

const IMPORT = `import init, { extract, clean, isReadable, version, DehuskError } from "/node_modules/dehusk/dist/web/index.js";`;
const PAGE = `<!doctype html><html lang="en"><head><title>Consumer</title><script type="module" src="main.js"></script></head></html>`;
const ANSWER = `${IMPORT}\nconst ready = init();
onmessage = async ({ ports: [port] }) => { await ready; ${use} port.postMessage(found); };`;
const ASK = `const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => { globalThis.found = data; };`;

for (const [name, files] of [
  ["a plain page", { "main.js": `${IMPORT}\nawait init();\n${use}\nglobalThis.found = found;` }],
  [
    "a worker",
    {
      "main.js": `${ASK}\nnew Worker("worker.js", { type: "module" }).postMessage("go", [port2]);`,
      "worker.js": ANSWER,
    },
  ],
  [
    "a service worker",
    {
      "main.js": `${ASK}\nawait navigator.serviceWorker.register("worker.js", { type: "module" });
        (await navigator.serviceWorker.ready).active.postMessage("go", [port2]);`,
      "worker.js": ANSWER,
    },
  ],
]) {
  test(`without a bundler, ${name}`, () =>
    project({ "index.html": PAGE, ...files }, async (folder) => check(await open(folder, "index.html"))));
}
