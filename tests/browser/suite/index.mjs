import { after, before, describe, test } from "node:test";
import { serve } from "../server.mjs";
import { autoSuite } from "./auto.mjs";
import { samples, seeds } from "./expected.mjs";
import { hostileSuite } from "./hostile.mjs";
import { listPage, listsSuite } from "./lists.mjs";
import { mannersSuite } from "./manners.mjs";
import { pages } from "./pages.mjs";
import { readerSuite } from "./reader.mjs";
import { optionsSuite } from "./options.mjs";
import { panelSuite } from "./panel.mjs";
import { samplesSuite } from "./samples.mjs";
import { savingSuite } from "./saving.mjs";
import { toolsSuite } from "./tools.mjs";
import { vectorsPage, vectorsSuite } from "./vectors.mjs";

/** All scenarios in one browser. Every file of this folder sees the browser through its driver alone. */
export function suite(name, launch) {
  describe(name, () => {
    let driver;
    let server;
    before(async () => {
      server = await serve(
        new Map([...samples, ...seeds, ...pages, vectorsPage, listPage].map((page) => [page.name, page])),
      );
      driver = await launch();
    });
    after(async () => {
      await driver?.close();
      server?.close();
    });
    const scenario = { test, driver: () => driver, server: () => server };
    samplesSuite(scenario);
    readerSuite(scenario);
    toolsSuite(scenario);
    savingSuite(scenario);
    panelSuite(scenario);
    optionsSuite(scenario);
    autoSuite(scenario);
    listsSuite(scenario);
    mannersSuite(scenario);
    hostileSuite(scenario);
    vectorsSuite(scenario);
  });
}
