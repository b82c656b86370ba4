// Serves a folder on this machine and opens one of its pages in Chromium.
import { readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };

/** Longest wait for a page's findings, milliseconds: start-up of a browser on a busy machine. */
const PATIENCE = 60_000;

/** Opens `page` of `folder` and returns what it leaves in `globalThis.found`. */
export async function open(folder, page) {
  const server = http.createServer(async (request, response) => {
    const file = path.join(folder, path.normalize(new URL(request.url, "http://localhost").pathname));
    try {
      const body = await readFile(file);
      response
        .writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({
    executablePath: process.env.DEHUSK_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const tab = await browser.newPage();
    const errors = [];
    tab.on("pageerror", (error) => errors.push(error));
    await tab.goto(`http://127.0.0.1:${server.address().port}/${page}`);
    const found = tab.waitForFunction(() => globalThis.found, null, { timeout: PATIENCE });
    const broken = new Promise((_, reject) => tab.once("pageerror", reject));
    if (errors.length > 0) throw errors[0];
    return await (await Promise.race([found, broken])).jsonValue();
  } finally {
    await browser.close();
    server.close();
  }
}
