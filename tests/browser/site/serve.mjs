import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { ROOT } from "../paths.mjs";

const SITE = process.env.DEHUSK_SITE ?? join(ROOT, "dist/www");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves the packed site, and pages of a test's own: their markup by path. `missing` lists what was asked for in vain. */
export async function serveSite(own) {
  if (!existsSync(join(SITE, "index.html")))
    throw new Error(`There is no site in ${SITE}; run \`cargo xtask pack\`.`);
  const missing = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = join(SITE, normalize(pathname).replace(/\/$/, "/index.html"));
    const body = own[pathname] ?? (existsSync(path) ? readFileSync(path) : undefined);
    if (body === undefined) missing.push(pathname);
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[extname(path)] }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    missing,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
