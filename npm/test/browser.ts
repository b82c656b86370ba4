import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const TYPES: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** The built package's entries, as a page finds them. */
declare global {
  var edge: typeof import("../src/edge.js");
  var dehusk: typeof import("../src/web/index.js");
  var reader: typeof import("../src/reader/index.js");
}

// A string, because the test runner rewrites import() in functions.
const LOAD = `(async () => {
  globalThis.edge = await import("/dist/edge.js");
  globalThis.dehusk = await import("/dist/web/index.js");
  globalThis.reader = await import("/dist/reader/index.js");
})()`;

/** Chromium with pages that have the built package's entries as globals. */
export interface Chromium {
  /** Opens a page of this HTML. Errors its scripts throw fail the tests at `close`. */
  open(
    html: string,
    options?: { headers?: Record<string, string>; viewport?: { width: number; height: number } },
  ): Promise<Page>;
  close(): Promise<void>;
}

export async function startChromium(): Promise<Chromium> {
  const pages: { html: string; headers: Record<string, string> }[] = [];
  const errors: string[] = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost").pathname;
    const page = /^\/page\/(\d+)/.exec(url)?.[1];
    if (page !== undefined) {
      const { html, headers } = pages[Number(page)] ?? { html: "", headers: {} };
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
      return;
    }
    readFile(path.join(PACKAGE, path.normalize(url))).then(
      (body) =>
        response.writeHead(200, { "content-type": TYPES[path.extname(url)] ?? "text/plain" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  return {
    async open(html, { headers = {}, viewport = { width: 1000, height: 800 } } = {}) {
      const page = await browser.newPage({
        viewport,
        bypassCSP: headers["content-security-policy"] === undefined,
      });
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${base}/page/${pages.push({ html, headers }) - 1}`);
      await page.evaluate(LOAD);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
      if (errors.length > 0) throw new Error(`Pages threw: ${errors.join("; ")}`);
    },
  };
}

function findChromium(): string {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const found = names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
  const binary = process.env["DEHUSK_CHROMIUM"] ?? found;
  if (binary === undefined) throw new Error("Chromium was not found; name its program in DEHUSK_CHROMIUM.");
  return binary;
}
