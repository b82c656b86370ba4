// A browser in another language than its pages: every word of ours says its language, and runs its way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session } from "./session.mjs";
import { samples } from "./suite/expected.mjs";
import { inReader, openReader, press, reader, restore, until } from "./suite/page.mjs";

/** What is seen of ours with the browser in `language`: on a page, in its list of hidden blocks, on the options page. */
async function seen(language) {
  const { driver, server } = await session({ served: samples, language });
  await driver.goto(server.url("news-wall"));
  await openReader(driver);
  const bar = await inReader(driver, (root) => {
    const { lang, textContent } = root.querySelector("[role=toolbar]");
    const { x } = root.querySelector("[data-action=close]").getBoundingClientRect();
    return { lang, text: textContent, closesRight: x > innerWidth / 2 };
  });
  await press(driver, "hidden");
  await until("the reader to make way", async () => (await reader(driver)) === null);
  const list = await until("the list", () =>
    driver.evaluate(() => {
      const host = document.querySelector("[data-dehusk=hidden]");
      const panel = host?.shadowRoot.querySelector(".panel");
      return (
        panel && { lang: host.lang, dir: host.dir, atLeft: panel.getBoundingClientRect().x < innerWidth / 2 }
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
}

const [arabic, hebrew] = [await seen("ar"), await seen("he")];

test("in Arabic everything of ours runs from the right", () => {
  const { bar, list, options } = arabic;
  assert.equal(bar.lang, "ar");
  assert.doesNotMatch(bar.text, /minute/);
  assert.ok(bar.closesRight);
  assert.deepEqual(list, { lang: "ar", dir: "rtl", atLeft: true });
  assert.deepEqual(options, { lang: "ar", dir: "rtl", heading: "الخيارات" });
});

test("what has no words in the person's language is English, and says so", () => {
  const { bar, list, options } = hebrew;
  assert.equal(bar.lang, "en");
  assert.match(bar.text, /minutes? left/);
  assert.ok(!bar.closesRight);
  assert.deepEqual(list, { lang: "en", dir: "ltr", atLeft: false });
  assert.deepEqual(options, { lang: "en", dir: "ltr", heading: "Options" });
});
