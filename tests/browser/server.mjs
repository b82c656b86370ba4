import { createServer } from "node:http";
import { readFileSync } from "node:fs";

/** Content security policies that a page may be served under. */
export const POLICIES = {
  none: undefined,
  nothing: "default-src 'none'",
  self: "script-src 'self'",
  sandbox: "sandbox",
  trusted: "require-trusted-types-for 'script'",
};

/** Whether the page's own inline scripts run under a policy. */
export const RUNS_SCRIPTS = new Set(["none", "trusted"]);

/** Serves pages as `/POLICY/NAME`. `pages` gives each name its file, or its markup. */
export async function serve(pages) {
  const server = createServer((request, response) => {
    const [, policy, name] = new URL(request.url, "http://localhost").pathname.split("/");
    const page = pages.get(name);
    if (!(policy in POLICIES) || page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const headers = { "content-type": page.type ?? "text/html; charset=utf-8", ...page.headers };
    if (POLICIES[policy] !== undefined) headers["content-security-policy"] = POLICIES[policy];
    response.writeHead(200, headers).end(page.body ?? readFileSync(page.file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  return {
    url: (name, policy = "none") => `http://127.0.0.1:${port}/${policy}/${name}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
