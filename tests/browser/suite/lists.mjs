import assert from "node:assert/strict";
import { openOptions, pick } from "./own-pages.mjs";
import { inside, openReader, press, restore, until, visible } from "./page.mjs";

/** A list as it should not be: it names ads, and the article, and tries to do more than hide. */
const LIST = `[Adblock Plus 2.0]
! Title: Harbour list
##.topics
127.0.0.1##.site-foot
~127.0.0.1##.logo
###main
##.story
##h1
##html
##p:style(background: url(https://elsewhere.test/) !important)
##+js(alert, 1)
##body{} * {display: none
##^script
||elsewhere.test^
127.0.0.1#@#.kicker
##.kicker
`;

/** The address at which the server has that list. */
export const listPage = { name: "list.txt", type: "text/plain; charset=utf-8", body: LIST };

/** Filter lists of the person's own. */
export function listsSuite({ test, driver: driverOf, server }) {
  const said = (driver) => driver.evaluate(() => document.getElementById("said").textContent);
  const listed = (driver) =>
    driver.evaluate(() => [...document.querySelectorAll("#lists .list bdi")].map((name) => name.textContent));
  const take = (driver, content) => pick(driver, "list-file", "mine.txt", content);
  const removeAll = async (driver) => {
    await openOptions(driver);
    await until("no list to be left", () =>
      driver.evaluate(() => {
        const button = [...document.querySelectorAll("#lists .list button")].at(-1);
        button?.click();
        return button === undefined;
      }),
    );
  };
  const seen = async (driver, selectors) =>
    (await visible(driver, selectors)).map(({ seen: count }) => count > 0);

  test("a list hides what it names but not the article, says which rule it was, and can be undone", async () => {
    const driver = driverOf();
    await openOptions(driver);
    await take(driver, LIST);
    await until("the list", async () => (await listed(driver)).join() === "Harbour list");
    await until("the count", async () => /\d/.test(await said(driver)));

    await driver.goto(server().url("news-wall"));
    await openReader(driver);
    await driver.press("Escape");
    await until("what was named to go", async () => !(await seen(driver, [".topics"]))[0]);
    // The other site's rule and the exception hold; what holds the article stays, whatever a list says.
    assert.deepEqual(
      await seen(driver, [".topics", ".site-foot", ".logo", ".kicker", "#main", "h1", "main p"]),
      [false, false, true, true, true, true, true],
    );
    const background = await driver.evaluate(
      () => getComputedStyle(document.querySelector("main p")).backgroundImage,
    );
    assert.equal(background, "none");

    await until("the message", () => press(driver, "hidden"));
    const why = await until("the reasons", () =>
      inside(driver, '[data-dehusk="hidden"]', (root) =>
        [...root.querySelectorAll(".why")]
          .map((line) => line.textContent)
          .filter((line) => /Harbour/.test(line)),
      ),
    );
    assert.match(why.join("\n").replaceAll(/[\u2068\u2069]/g, ""), /On the list “Harbour list”: \.topics/);
    await press(driver, "restore-page");
    await until("the page to be given back", async () => (await seen(driver, [".topics"]))[0]);
    await removeAll(driver);
    await driver.goto(server().url("news-wall"));
    await openReader(driver);
    assert.deepEqual(await seen(driver, [".topics", ".site-foot"]), [true, true]);
    await restore(driver);
  });

  test("a list comes from an address, with a permission for the moment", async () => {
    const driver = driverOf();
    await driver.allowHosts("*://127.0.0.1/*");
    await openOptions(driver);
    await driver.evaluate(() => document.getElementById("list-address").focus());
    await driver.type(server().url("list.txt"));
    await driver.evaluate(() => document.getElementById("list-add").focus());
    await driver.press("Enter");
    await until("the list", async () => (await listed(driver)).join() === "Harbour list");
    await driver.goto(server().url("news-wall"));
    await openReader(driver);
    await driver.press("Escape");
    await until("what was named to go", async () => !(await seen(driver, [".topics"]))[0]);
    await restore(driver);
    await removeAll(driver);
  });

  test("a file without rules that hide is no list", async () => {
    const driver = driverOf();
    await openOptions(driver);
    await take(driver, "Just text.\n||ads.test^\nexample.org##+js(alert)\n");
    await until("an answer", async () => /no rules/.test(await said(driver)));
    assert.deepEqual(await listed(driver), []);
  });
}
