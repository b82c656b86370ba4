// A browser in another language than its pages: every word of ours says its language, and runs its way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "./drivers/chromium.mjs";
import { serve } from "./server.mjs";
import { samples } from "./suite/expected.mjs";
import { inReader, openReader, press, reader, restore, until } from "./suite/page.mjs";

/** What is seen of ours with the browser in `language`: on a page, in its list of hidden blocks, on the options page. */
async function seen(language) {
  const server = await serve(new Map(samples.map((page) => [page.name, page])));
  const driver = await launch({ language });
  try {
    await driver.goto(server.url("news-wall"));
    await openReader(driver);
    const bar = await inReader(driver, (root) => {
      const { lang, textContent } = root.querySelector("[role=toolbar]");
      const [close, right] = [root.querySelector("[data-action=close]"), innerWidth / 2].map((of) =>
        of instanceof Element ? of.getBoundingClientRect().x : of,
      );
      return { lang, text: textContent, closesRight: close > right };
    });
    await press(driver, "hidden");
    await until("the reader to make way", async () => (await reader(driver)) === null);
    const list = await until("the list", () =>
      driver.evaluate(() => {
        const host = document.querySelector("[data-dehusk=hidden]");
        const panel = host?.shadowRoot.querySelector(".panel");
        return (
          panel && {
            lang: host.lang,
            dir: host.dir,
            atLeft: panel.getBoundingClientRect().x < innerWidth / 2,
          }
        );
      }),
    );
    await restore(driver);
    await driver.goto(await driver.ownUrl("options.html"));
    const options = await driver.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      heading: document.querySelector("h1").textContent,
    }));
    return { bar, list, options };
  } finally {
    await driver.close();
    server.close();
  }
}

test("in Arabic everything of ours runs from the right", async () => {
  const { bar, list, options } = await seen("ar");
  assert.equal(bar.lang, "ar");
  assert.doesNotMatch(bar.text, /minute/);
  assert.ok(bar.closesRight);
  assert.deepEqual(list, { lang: "ar", dir: "rtl", atLeft: true });
  assert.deepEqual(options, { lang: "ar", dir: "rtl", heading: "الخيارات" });
});

test("what has no words in the person's language is English, and says so", async () => {
  const { bar, list, options } = await seen("he");
  assert.equal(bar.lang, "en");
  assert.match(bar.text, /minutes? left/);
  assert.ok(!bar.closesRight);
  assert.deepEqual(list, { lang: "en", dir: "ltr", atLeft: false });
  assert.deepEqual(options, { lang: "en", dir: "ltr", heading: "Options" });
});
