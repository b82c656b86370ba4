import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { said } from "./page.mjs";
import { hostileSuite } from "./hostile.mjs";
import { inputsSuite } from "./inputs.mjs";
import { largeSuite } from "./large.mjs";
import { FOREIGN, linksSuite } from "./links.mjs";
import { looksSuite } from "./looks.mjs";
import { serveSite } from "./serve.mjs";
import { tabsSuite } from "./tabs.mjs";

/** The packed demo site in one browser. Every file of this folder sees the browser through its driver alone. */
export function siteSuite(name, open) {
  describe(`the site in ${name}`, () => {
    let driver;
    let server;
    let seen;
    before(async () => {
      server = await serveSite({ "/foreign.html": FOREIGN });
      driver = await open();
      seen = await driver.watch(server.origin);
      await driver.goto(`${server.origin}/`);
      await said(driver, /words/);
    });
    after(async () => {
      await driver?.close();
      server?.close();
    });
    const scenario = { test, driver: () => driver, server: () => server };
    tabsSuite(scenario);
    inputsSuite(scenario);
    largeSuite(scenario);
    hostileSuite(scenario);
    linksSuite(scenario);
    looksSuite(scenario);

    test("nothing was asked of another machine, nothing failed, and no file was missing", async () => {
      assert.deepEqual({ ...(await seen()), missing: server.missing }, { left: [], errors: [], missing: [] });
    });
  });
}
