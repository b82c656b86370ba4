// Threads of a browser: a worker, and a service worker that may not import dynamically.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "./chromium.mjs";
import { check, html, importing, page, use } from "./consumer.mjs";
import { bundle, project } from "./project.mjs";

const PACKAGE = "/node_modules/dehusk/dist/web/index.js";

test("a Web Worker, not bundled", async () => {
  const files = {
    "index.html": html("main.js"),
    "main.js": `new Worker("worker.js", { type: "module" }).onmessage = ({ data }) => (globalThis.found = data);`,
    "worker.js": `${importing(PACKAGE)}\nawait init();\n${use}\npostMessage(found);`,
  };
  await project(files, async (folder) => check(await open(folder, "index.html")));
});

test("a service worker", async () => {
  const files = {
    "index.html": html("main.js"),
    "main.js": `navigator.serviceWorker.onmessage = ({ data }) => (globalThis.found = data);
      await navigator.serviceWorker.register("worker.js", { type: "module" });
      (await navigator.serviceWorker.ready).active.postMessage("read");`,
    "worker.js": `${importing(PACKAGE)}
      addEventListener("activate", (event) => event.waitUntil(clients.claim()));
      addEventListener("message", (event) => event.waitUntil((async () => {
        await init();
        ${use}
        event.source.postMessage(found);
      })()));`,
  };
  await project(files, async (folder) => check(await open(folder, "index.html")));
});

test("a live page: dehusk/live reads and cleans, dehusk/reader shows", async () => {
  const main = `import init, { cleanDocument, isReadable, read, version } from "dehusk/live";
    import { defineReader } from "dehusk/reader";
    await init(new URL("/node_modules/dehusk/wasm/live/dehusk_bg.wasm", location.href));
    const before = document.documentElement.outerHTML;
    const article = read(document);
    const readable = isReadable(document);
    const same = before === document.documentElement.outerHTML;
    const cleaning = cleanDocument(document);
    const kinds = cleaning.removals.map(({ kind }) => kind);
    cleaning.restore();
    const restored = before === document.documentElement.outerHTML;
    defineReader();
    const reader = document.createElement("dehusk-reader");
    reader.article = article;
    document.body.append(reader);
    const shown = reader.shadowRoot?.textContent.includes("ground flour") ?? false;
    globalThis.found = { version: version(), title: article.title, readable, same, kinds, restored, shown };`;
  const files = {
    "index.html": page.replace("</body>", `<script type="module" src="out.js"></script></body>`),
    "main.js": main,
  };
  await project(files, async (folder, run) => {
    await bundle(run);
    const { version, kinds, ...found } = await open(folder, "index.html");
    assert.match(version, /^\d+\.\d+\.\d+/);
    assert.ok(kinds.includes("spam"), String(kinds));
    const title = "The mill by the river";
    assert.deepEqual(found, { title, readable: true, same: true, restored: true, shown: true });
  });
});
