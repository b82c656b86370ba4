import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { forgetRules } from "./own-pages.mjs";
import { closeReader, inside, openReader, press, pressFound, reader, until, visible } from "./page.mjs";

/** What can be done with the list of what was hidden. */
export function panelSuite({ test, driver: driverOf, server }) {
  const openPanel = async (driver) => {
    await driver.goto(server().url("news-wall"));
    await openReader(driver);
    await press(driver, "hidden");
    await until("the reader to make way", async () => (await reader(driver)) === null);
    await until("the list", () => inPanel(driver, (root) => root.querySelectorAll("li").length > 0));
  };
  const visitCleaned = async (driver) => {
    await driver.goto(server().url("news-wall"));
    await openReader(driver);
    await closeReader(driver);
  };
  const scenario = (what, run) =>
    test(what, async () => {
      const driver = driverOf();
      await openPanel(driver);
      await run(driver);
      await press(driver, "restore-page");
      await until("the page to be given back", async () => (await driver.action()).text === "");
    });
  const count = async (driver) => Number((await driver.action()).text);
  const seen = async (driver, selector) => (await visible(driver, [selector]))[0].seen;

  scenario("the strictness slider hides less and more without reading the page again", async (driver) => {
    const before = await count(driver);
    const slide = async (...keys) => {
      await inPanel(driver, (root) => root.querySelector("[data-action=strictness]").focus());
      await driver.press(...keys);
    };
    await slide("Home");
    await until("less to be hidden", async () => (await count(driver)) < before);
    await slide("End");
    await until("more to be hidden", async () => (await count(driver)) >= before);
    await slide("Home", ...Array(5).fill("ArrowRight"));
    await until("as much as before", async () => (await count(driver)) === before);
  });

  scenario("pointing at an entry shows its block on the page, in a frame", async (driver) => {
    assert.equal(await seen(driver, ".newsletter-inline"), 0);
    await inPanel(driver, (root) =>
      root.querySelector("[data-kind=newsletter] li").dispatchEvent(new PointerEvent("pointerenter")),
    );
    assert.equal(await seen(driver, ".newsletter-inline"), 1);
    await until("the frame", () =>
      driver.evaluate(
        () =>
          document
            .querySelector("[data-dehusk=outline]")
            .shadowRoot.querySelector(".outline")
            .getBoundingClientRect().height > 10,
      ),
    );
    await inPanel(driver, (root) =>
      root.querySelector("[data-kind=newsletter] li").dispatchEvent(new PointerEvent("pointerleave")),
    );
    assert.equal(await seen(driver, ".newsletter-inline"), 0);
  });

  scenario("the X-ray shows the page as it came, with its parts in colours", async (driver) => {
    const shades = () =>
      driver.evaluate(() => {
        const root = document.querySelector("[data-dehusk=xray]")?.shadowRoot;
        return root ? [...root.querySelectorAll(".shade")].map(({ className }) => className) : null;
      });
    await press(driver, "xray");
    const drawn = await until("the colours", async () => (await shades())?.length > 0 && shades());
    assert.ok(drawn.includes("shade article"), drawn.join(", "));
    assert.equal(await seen(driver, ".mpu"), 2);
    await press(driver, "xray");
    assert.equal(await shades(), null);
    assert.equal(await seen(driver, ".mpu"), 0);
  });

  test("“never hide here” holds on the next visit", async () => {
    const driver = driverOf();
    await openPanel(driver);
    await pressFound(driver, "[data-dehusk=hidden]", (root) =>
      root.querySelector("[data-kind=newsletter] [data-action=never-here]"),
    );
    await until("the block", async () => (await seen(driver, ".newsletter-inline")) === 1);
    await until("the rule to hold", async () => {
      await visitCleaned(driver);
      return (await seen(driver, ".newsletter-inline")) === 1;
    });
    assert.equal(await seen(driver, ".mpu"), 0);
    await forgetRules(driver);
    await until("the rule to be forgotten", async () => {
      await visitCleaned(driver);
      return (await seen(driver, ".newsletter-inline")) === 0;
    });
  });

  test("what a person points at is hidden, now and on the next visit", async () => {
    const driver = driverOf();
    await openPanel(driver);
    await driver.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    const [x, y] = await driver.evaluate(() => {
      const { left, top } = document.querySelector("h1").getBoundingClientRect();
      return [Math.round(left + 12), Math.round(top + 8)];
    });
    await press(driver, "pick");
    await driver.clickAt(x, y);
    await until("it to go", async () => (await seen(driver, "h1")) === 0);
    const own = await inPanel(driver, (root) => root.textContent.includes("Hidden by you"));
    assert.equal(own, true);
    await until("the rule to hold", async () => {
      await visitCleaned(driver);
      return (await seen(driver, "h1")) === 0;
    });
    await forgetRules(driver);
    await until("the rule to be forgotten", async () => {
      await visitCleaned(driver);
      return (await seen(driver, "h1")) === 1;
    });
  });

  scenario("axe finds nothing wrong in the list, light and dark", async (driver) => {
    await audit(driver, "[data-dehusk=hidden]");
    await driver.dark(true);
    await audit(driver, "[data-dehusk=hidden]");
    await driver.dark(false);
  });
}

const inPanel = (driver, run, argument) => inside(driver, "[data-dehusk=hidden]", run, argument);
