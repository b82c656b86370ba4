import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { closeReader, inReader, openReader, press, pressFound, restore, until } from "./page.mjs";

/** The reader's tools, on a page with something for each. */
export function toolsSuite({ test, driver: driverOf, server }) {
  const scenario = (what, run) =>
    test(what, async () => {
      const driver = driverOf();
      await driver.goto(server().url("rich"));
      await openReader(driver);
      await run(driver);
      await restore(driver);
    });
  const scrolled = (driver) => inReader(driver, (root) => root.querySelector(".scroller").scrollTop);

  scenario("the contents lead to a section and know where the person is", async (driver) => {
    await press(driver, "contents");
    await auditReader(driver);
    await pressFound(driver, "dehusk-reader", (root) =>
      [...root.querySelectorAll(".entry")].find((entry) => entry.textContent === "The inspector"),
    );
    await until("the section to be marked", () =>
      inReader(driver, (root) => root.querySelector(".entry[aria-current]")?.textContent === "The inspector"),
    );
    assert.ok((await scrolled(driver)) > 500);
  });

  scenario("a picture opens on the whole screen, and the keyboard leads on and back", async (driver) => {
    await inReader(driver, (root) => root.querySelector("img[alt='Plate 1']").focus());
    await driver.press("Enter");
    const shown = () =>
      inReader(driver, (root) => root.querySelector("dialog.lightbox .caption")?.textContent ?? null);
    await until("the picture", async () => (await shown()) === "Plate 1: The storm");
    await auditReader(driver);
    await driver.press("ArrowRight");
    await until("the next picture", async () => (await shown()) === "Plate 2: The landing");
    await driver.press("Escape");
    await until("the picture to close", async () => (await shown()) === null);
    const focused = await inReader(driver, (root) => root.activeElement?.alt ?? null);
    assert.equal(focused, "Plate 2", "the focus is on the picture that was shown last");
  });

  scenario("a note opens beside its mark", async (driver) => {
    const note = () => inReader(driver, (root) => root.querySelector(".note .text")?.textContent ?? null);
    await inReader(driver, (root) => root.querySelector("sup a").click());
    assert.match(await until("the note", note), /^The book is kept in the harbour office\.\s*$/);
    const apart = await inReader(
      driver,
      (root) =>
        root.querySelector(".note").getBoundingClientRect().top -
        root.querySelector("sup a").getBoundingClientRect().bottom,
    );
    assert.ok(apart >= 0 && apart < 30, `${apart} px under its mark`);
    await auditReader(driver);
    await driver.press("Escape");
    await until("the note to close", async () => (await note()) === null);
  });

  test("a highlight is there on the next visit, and goes for good", async () => {
    const driver = driverOf();
    const marked = () =>
      inReader(driver, (root) =>
        [...root.querySelectorAll(".prose mark")].map(({ textContent }) => textContent),
      );
    const visit = async () => {
      await driver.goto(server().url("rich"));
      await openReader(driver);
    };
    await visit();
    await inReader(driver, (root) => {
      const text = root.querySelector(".prose p").firstChild;
      getSelection().setBaseAndExtent(text, 4, text, 21);
    });
    await driver.press("h");
    await until("the highlight", async () => (await marked()).join() === "lighthouse keeper");
    await auditReader(driver);
    await until("the highlight to be remembered", async () => {
      await visit();
      return until("the highlight", async () => (await marked()).join() === "lighthouse keeper").catch(
        () => false,
      );
    });
    await inReader(driver, (root) => root.querySelector(".prose mark").click());
    await until("the way to take it back", () => press(driver, "unhighlight"));
    await until("it to be gone", async () => (await marked()).length === 0);
    await closeReader(driver);
    await visit();
    assert.deepEqual(await marked(), []);
    await restore(driver);
  });

  scenario("reads aloud, sentence by sentence, and shows where", async (driver) => {
    // Where scripts run there can be a voice, and whoever reads looks for one when the reader opens.
    await driver.lendVoice();
    await closeReader(driver);
    await openReader(driver);
    const sentence = () =>
      driver.evaluate(() => [...(CSS.highlights.get("dehusk-sentence") ?? [])].map(String).join());
    // Started and paused at once: voices for tests may be through in a moment.
    await inReader(driver, (root) => root.querySelector("[data-action=listen]").focus());
    await driver.press("Enter", "Enter");
    assert.ok(await inReader(driver, (root) => root.querySelector(".speech").checkVisibility()));
    const first = await sentence();
    assert.notEqual(first, "");
    await auditReader(driver);
    assert.equal(await sentence(), first, "the pause holds");
    await driver.evaluate(() => {
      window.heard = [];
      const listen = () => {
        const said = [...(CSS.highlights.get("dehusk-sentence") ?? [])].map(String).join();
        if (said !== "" && !window.heard.includes(said)) window.heard.push(said);
        if (window.heard.length < 3) requestAnimationFrame(listen);
      };
      listen();
    });
    await press(driver, "speech-toggle");
    await until("the next sentences", () => driver.evaluate(() => window.heard.length >= 3));
    await until("silence", async () => {
      await press(driver, "speech-stop");
      return (await sentence()) === "";
    });
  });

  scenario("the sheet of keys opens and closes by keyboard", async (driver) => {
    const open = () => inReader(driver, (root) => root.querySelector("#keys").checkVisibility());
    await driver.press("?");
    await until("the sheet", open);
    await auditReader(driver);
    await driver.press("Escape");
    await until("the sheet to close", async () => !(await open()));
    await driver.press("f");
    await until("the line focus", () =>
      inReader(driver, (root) => root.querySelector(".band").checkVisibility()),
    );
    await driver.press("f");
  });
}

/** axe looks for the targets of a page's first links in the document, where those of a shadow tree are not. */
async function auditReader(driver) {
  await audit(driver, "dehusk-reader", ["skip-link"]);
  const lost = await inReader(driver, (root) =>
    [...root.querySelectorAll(".prose a[href^='#']")]
      .map((link) => link.getAttribute("href").slice(1))
      .filter((id) => root.getElementById(id) === null),
  );
  assert.deepEqual(lost, []);
}
