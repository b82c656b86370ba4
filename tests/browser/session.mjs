import { after } from "node:test";
import { launch } from "./drivers/chromium.mjs";
import { serve } from "./server.mjs";
import { pages } from "./suite/pages.mjs";

/**
 * One Chromium with the extension, and a server of the tests' own pages or `served` ones, until the last test of a file has run.
 * `options` are those of `launch`.
 */
export async function session({ served = pages, ...options } = {}) {
  const server = await serve(new Map(served.map((page) => [page.name, page])));
  const driver = await launch(options);
  after(async () => {
    await driver.close();
    server.close();
  });
  return { driver, server };
}
