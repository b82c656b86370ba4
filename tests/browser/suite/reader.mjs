import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import {
  closeReader,
  inReader,
  openReader,
  press,
  pressFound,
  reader,
  restore,
  soon,
  until,
  visible,
} from "./page.mjs";

/** What a person does in the reader. */
export function readerSuite({ test, driver: driverOf, server }) {
  test("theme and size are chosen and remembered", async () => {
    const driver = driverOf();
    await driver.goto(server().url("technical"));
    await openReader(driver);
    await press(driver, "theme-sepia");
    assert.equal((await reader(driver)).theme, "sepia");
    await driver.goto(server().url("japanese"));
    await until("the stored theme", async () => {
      await driver.goto(server().url("japanese"));
      return (await openReader(driver)).theme === "sepia";
    });
    await press(driver, "theme-auto");
  });

  test("everything can be done by keyboard", async () => {
    const driver = driverOf();
    await driver.goto(server().url("technical"));
    await openReader(driver);
    const seen = [];
    for (let step = 0; step < 40; step += 1) {
      await driver.press("Tab");
      const focus = await driver.evaluate(() => {
        const root = document.querySelector("dehusk-reader").shadowRoot;
        const focused = root.activeElement;
        if (focused === null) return null;
        const { outlineStyle } = getComputedStyle(focused);
        return { action: focused.dataset.action ?? focused.localName, ring: outlineStyle !== "none" };
      });
      if (focus === null) continue;
      assert.equal(focus.ring, true, `the focus on ${focus.action} can be seen`);
      seen.push(focus.action);
      if (focus.action === "appearance") break;
    }
    assert.ok(seen.includes("restore") && seen.includes("appearance"), `reached: ${seen.join(" ")}`);
    await driver.press("Enter");
    await until("the appearance panel", () => panelIsOpen(driver));
    await driver.press("Escape");
    await until("the panel to close", async () => !(await panelIsOpen(driver)));
    assert.notEqual(await reader(driver), null, "the first Escape closes the panel only");
    await driver.press("Escape");
    await until("the reader to close", async () => (await reader(driver)) === null);
  });

  test("what was hidden is listed with reasons, and shown again one by one or by kind", async () => {
    const driver = driverOf();
    await driver.goto(server().url("news-wall"));
    await openReader(driver);
    await driver.press("Escape");
    await until("the message", () => press(driver, "hidden"));
    const listed = await until("the list", () => list(driver));
    assert.ok(listed.length >= 4, `kinds: ${listed.map(({ kind }) => kind).join(" ")}`);
    for (const { kind, blocks } of listed) {
      for (const block of blocks) assert.match(block.why, /\w.* · \d+ % sure$/, kind);
    }
    const before = Number((await driver.action()).text);
    await act(driver, "newsletter", "restore-one");
    await until(
      "the newsletter box",
      async () => (await visible(driver, [".newsletter-inline"]))[0].seen === 1,
    );
    const ads = listed.find(({ kind }) => kind === "ad").blocks.length;
    await act(driver, "ad", "restore-kind");
    await until("the ad in the text", async () => (await visible(driver, ["article .mpu"]))[0].seen === 1);
    await until("the badge", async () => Number((await driver.action()).text) === before - ads - 1);
    // The other ad stands in a list of other stories.
    await act(driver, "related", "restore-kind");
    await until("all ads", async () => (await visible(driver, [".mpu"]))[0].seen === 2);
    await press(driver, "restore-page");
    await until("the page to be given back", async () => (await driver.action()).text === "");
  });

  for (const [name, dark] of [
    ["technical", false],
    ["arabic", true],
  ]) {
    test(`axe finds nothing wrong in the reader on ${name}${dark ? ", dark" : ""}`, async () => {
      const driver = driverOf();
      await driver.dark(dark);
      await driver.goto(server().url(name));
      await openReader(driver);
      await audit(driver, "dehusk-reader");
      await press(driver, "appearance");
      await audit(driver, "dehusk-reader");
      await driver.press("Escape", "Escape");
      await until("the message", () => press(driver, "hidden"));
      await until("the list", () => list(driver));
      await audit(driver, '[data-dehusk="hidden"]');
      await press(driver, "restore-page");
      await driver.dark(false);
    });
  }

  test("a bundled font and the colours of code arrive when they are needed, and go with the reader", async () => {
    const driver = driverOf();
    await driver.goto(server().url("technical", "nothing"));
    await openReader(driver);
    await until("the colours of code", () =>
      inReader(driver, (root) => root.querySelector(".prose .c-keyword") !== null),
    );
    const shown = await inReader(driver, (root) =>
      [...root.querySelectorAll("pre code")].map(({ textContent }) => textContent.trim()),
    );
    const written = await driver.evaluate(() =>
      [...document.querySelectorAll("pre code")].map(({ textContent }) => textContent.trim()),
    );
    assert.deepEqual(shown, written);
    await press(driver, "font-legible");
    await until("the font", () =>
      driver.evaluate(() =>
        [...document.fonts].some(
          ({ family, status }) => family.includes("Dehusk Legible") && status === "loaded",
        ),
      ),
    );
    await press(driver, "font-serif");
    await restore(driver);
    assert.equal(await driver.evaluate(() => document.fonts.size), 0);
  });

  test("the place in the text is remembered from one visit to the next", async () => {
    const driver = driverOf();
    const scroll = () => inReader(driver, (root) => root.querySelector(".scroller").scrollTop);
    const read = () =>
      inReader(driver, (root) => Number(root.querySelector(".progress").style.getPropertyValue("--read")));
    const goTo = async (selector, isThere) => {
      await inReader(
        driver,
        (root, to) => root.querySelector(to).scrollIntoView({ behavior: "instant" }),
        selector,
      );
      // The progress line follows the scrolling, as the memory does.
      await until("the scrolling to be noticed", async () => isThere(await read()));
      return scroll();
    };
    await driver.goto(server().url("technical"));
    await openReader(driver);
    const left = await goTo(".prose h2:last-of-type", (share) => share > 0.6);
    assert.ok(left > 500);
    await closeReader(driver);
    await until("the place to be remembered", async () => {
      await driver.goto(server().url("technical"));
      await openReader(driver);
      return soon(async () => Math.abs((await scroll()) - left) < 200);
    });
    await goTo(".masthead", (share) => share < 0.4);
    await restore(driver);
  });

  test("on a narrow screen nothing sticks out", async () => {
    const driver = driverOf();
    // A phone's width.
    await driver.size(360, 740);
    await driver.goto(server().url("technical"));
    await openReader(driver);
    const wide = await driver.evaluate(() => {
      const root = document.querySelector("dehusk-reader").shadowRoot;
      const scroller = root.querySelector(".scroller");
      return scroller.scrollWidth - scroller.clientWidth;
    });
    assert.ok(wide <= 0, `${wide} px too wide`);
    await restore(driver);
    await driver.size(1200, 900);
  });
}

const panelIsOpen = (driver) =>
  driver.evaluate(() =>
    document.querySelector("dehusk-reader").shadowRoot.querySelector("#appearance").checkVisibility(),
  );

/** The list of what was hidden; null while it is not open. */
const list = (driver) =>
  driver.evaluate(() => {
    const root = document.querySelector('[data-dehusk="hidden"]')?.shadowRoot;
    if (!root) return null;
    return [...root.querySelectorAll("section")].map((section) => ({
      kind: section.dataset.kind,
      blocks: [...section.querySelectorAll("li")].map((item) => ({
        text: item.querySelector(".text").textContent,
        why: item.querySelector(".why").textContent,
      })),
    }));
  });

const act = (driver, kind, action) =>
  pressFound(
    driver,
    "[data-dehusk=hidden]",
    (root, [ofKind, name]) => root.querySelector(`[data-kind="${ofKind}"] [data-action="${name}"]`),
    [kind, action],
  );
