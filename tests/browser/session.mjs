import { after } from "node:test";
import { launch } from "./drivers/chromium.mjs";
import { serve } from "./server.mjs";
import { pages } from "./suite/pages.mjs";

/** One Chromium with the extension, and a server of the tests' own pages, until the last test of a file has run. */
export async function session() {
  const server = await serve(new Map(pages.map((page) => [page.name, page])));
  const driver = await launch();
  after(async () => {
    await driver.close();
    server.close();
  });
  return { driver, server };
}
