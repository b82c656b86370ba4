import assert from "node:assert/strict";
import { FIRST, LAST } from "./pages.mjs";
import {
  assertSame,
  closeReader,
  inside,
  message,
  openReader,
  pageText,
  press,
  reader,
  restore,
  settled,
  soon,
  state,
  until,
  visible,
} from "./page.mjs";

/** How the extension treats a page and the person on it. */
export function mannersSuite({ test, driver: driverOf, server }) {
  const scenario = (what, page, run) =>
    test(what, async () => {
      const driver = driverOf();
      if (page !== null) await driver.goto(server().url(page));
      await run(driver);
    });

  scenario(
    "scrolling is unlocked while a consent wall is hidden, and locked again with it",
    "news-wall",
    async (driver) => {
      const locked = () =>
        driver.evaluate(() => {
          const html = document.documentElement;
          return getComputedStyle(html).overflowY === "hidden" || document.getElementById("main").inert;
        });
      assert.equal(await locked(), true, "the sample locks");
      await openReader(driver);
      await closeReader(driver);
      assert.equal(await locked(), false);
      const scrolled = await driver.evaluate(() => {
        scrollTo({ top: 700, behavior: "instant" });
        return scrollY;
      });
      assert.equal(scrolled, 700);
      await restore(driver);
      assert.equal(await locked(), true);
    },
  );

  scenario("ads that arrive after the click are hidden too", "pharma-blog", async (driver) => {
    await openReader(driver);
    await closeReader(driver);
    await driver.evaluate(() => void window.dispatchEvent(new Event("scroll")));
    await until("the late ads", () => driver.evaluate(() => document.querySelector("#late-ad") !== null));
    const late = ["#late-ad", "#slot-a .ad-creative", "#slot-b .ad-creative", "#slot-c .ad-creative"];
    await until("the late ads to be hidden", async () =>
      (await visible(driver, late)).every(({ matches, seen }) => matches > 0 && seen === 0),
    );
  });

  scenario("our own list is not taken for clutter of the page", "pharma-blog", async (driver) => {
    await openReader(driver);
    await closeReader(driver);
    await press(driver, "hidden");
    const open = () =>
      driver.evaluate(
        () =>
          document
            .querySelector('[data-dehusk="hidden"]')
            ?.shadowRoot.querySelector("[role=dialog]")
            .checkVisibility() === true,
      );
    await until("the list", open);
    await driver.evaluate(() => void window.dispatchEvent(new Event("scroll")));
    await until("the late ads to be hidden", async () => {
      const [{ matches, seen }] = await visible(driver, ["#late-ad"]);
      return matches > 0 && seen === 0;
    });
    assert.equal(await open(), true);
    await press(driver, "restore-page");
  });

  scenario("what a person wrote, their focus and their place are kept", "form", async (driver) => {
    await driver.evaluate(() => {
      document.getElementById("text").focus();
      document.getElementById("box").checked = true;
      scrollTo({ top: 2400, behavior: "instant" });
    });
    await driver.type("half a sen");
    const before = await state(driver);
    const field = () =>
      driver.evaluate(() => ({
        focused: document.activeElement.id,
        text: document.getElementById("text").value,
        checked: document.getElementById("box").checked,
        seen: document.getElementById("text").checkVisibility(),
      }));
    const { text } = await openReader(driver);
    assert.ok(text.includes(FIRST) && text.includes(LAST));
    await driver.press("Escape");
    await until("the reader to close", async () => (await reader(driver)) === null);
    assert.deepEqual(await field(), { focused: "text", text: "half a sen", checked: true, seen: true });
    assert.equal((await state(driver)).scroll, before.scroll);
    await driver.type("tence");
    assert.equal((await field()).text, "half a sentence");
    await restore(driver);
    assertSame(await state(driver), before);
  });

  scenario("a page without an article is cleaned, and says so", "listing", async (driver) => {
    const before = await state(driver);
    await driver.click();
    const said = await until("the message", () => message(driver));
    assert.match(said, /No article/);
    assert.equal(await reader(driver), null);
    assert.equal((await visible(driver, ["#ad"]))[0].seen, 0, "the ad is hidden");
    assert.ok((await pageText(driver)).includes("Chart of the bay"));
    assert.equal(await press(driver, "restore"), true, "there is a way back");
    await until("the page to be given back", async () => (await message(driver)) === null);
    assertSame(await state(driver), before);
  });

  scenario("the page's own shortcuts rest while the reader is open", "greedy", async (driver) => {
    await openReader(driver);
    await driver.evaluate(() => void (window.keys.length = 0));
    await driver.press("j", "k", "Tab", "Escape");
    await until("the reader to close", async () => (await reader(driver)) === null);
    assert.deepEqual(await driver.evaluate(() => window.keys), []);
  });

  scenario("a page that went elsewhere by script is read anew", "spa", async (driver) => {
    assert.equal((await openReader(driver)).title, "The keeper's sums");
    await closeReader(driver);
    await driver.evaluate(() => window.go());
    const second = await openReader(driver);
    assert.ok(second.text.includes("windmill keeper"), "the new text");
    await restore(driver);
  });

  scenario("clicks in a row end in a known state", "form", async (driver) => {
    await driver.evaluate(() => {
      window.opened = false;
      new MutationObserver(
        () => (window.opened ||= document.querySelector("dehusk-reader") !== null),
      ).observe(document.documentElement, { childList: true, subtree: true });
    });
    for (let click = 0; click < 5; click += 1) await driver.click();
    await until("the first click to be answered", () => driver.evaluate(() => window.opened));
    await settled(driver);
    assert.ok(await driver.evaluate(() => document.querySelectorAll("dehusk-reader").length <= 1));
    if ((await reader(driver)) === null) await openReader(driver);
    await restore(driver);
  });

  scenario("the background may be stopped at any moment", "news-wall", async (driver) => {
    const hidden = () =>
      inside(driver, "[data-dehusk=hidden]", (root) => root.querySelectorAll("li:not(.is-shown)").length);
    await driver.stopBackground();
    await openReader(driver);
    await driver.stopBackground();
    await press(driver, "hidden");
    const before = await until("the list", hidden);
    await driver.stopBackground();
    await inside(driver, "[data-dehusk=hidden]", (root) =>
      root.querySelector("[data-action=strictness]").focus(),
    );
    await driver.press("Home");
    await until("less to be hidden", async () => (await hidden()) < before);
    await driver.stopBackground();
    await press(driver, "restore-page");
    await until("the page to be given back", () =>
      driver.evaluate(() => document.querySelector("[data-dehusk]") === null),
    );
    await driver.stopBackground();
    await openReader(driver);
    await restore(driver);
  });

  scenario("an update of the extension leaves open pages in order", "technical", async (driver) => {
    // Chromium falls over when a debugger presses the button of an extension that was loaded anew.
    if (driver.update === undefined) return;
    const before = await state(driver);
    await openReader(driver);
    await driver.evaluate(() => document.querySelector("dehusk-reader").setAttribute("title", "old"));
    await driver.update();
    await until("the new version to take over", async () => {
      await driver.click();
      return soon(() => driver.evaluate(() => document.querySelector("dehusk-reader:not([title])") !== null));
    });
    assert.equal(await driver.evaluate(() => document.querySelectorAll("dehusk-reader").length), 1);
    await restore(driver);
    assertSame(await state(driver), before);
  });

  scenario("where no extension may run it says so", null, async (driver) => {
    await driver.goto(driver.ownPage);
    await driver.click();
    await until("the badge", async () => (await driver.action()).text === "!");
    const { title, popup } = await driver.action();
    assert.match(title, /may not run/);
    assert.match(popup, /unavailable\.html$/);
  });

  scenario("a PDF is the browser's own, and it says so", "pdf", async (driver) => {
    await driver.click();
    await until("the badge", async () => (await driver.action()).text === "!");
  });

  scenario("a picture opened by itself is no page", "image", async (driver) => {
    await driver.click();
    await until("the badge", async () => (await driver.action()).text === "!");
  });
}
