import assert from "node:assert/strict";
import { FIRST, LAST } from "./pages.mjs";
import { openReader, press, restore, until } from "./page.mjs";
import { unzip } from "./unzip.mjs";

/** The ways a text leaves the reader, each read back. */
export function savingSuite({ test, driver: driverOf, server }) {
  const saved = async (action, run) => {
    const driver = driverOf();
    await driver.goto(server().url("rich", "self"));
    await openReader(driver);
    const { name, bytes } = await driver.download(async () =>
      assert.ok(await press(driver, action), `${action} is pressed`),
    );
    await run(driver, name, bytes);
    await restore(driver);
  };

  test("saved Markdown has title, sections, pictures, notes and code", () =>
    saved("save-markdown", (_, name, bytes) => {
      assert.equal(name, "The keeper's sums.md");
      const text = bytes.toString("utf8");
      assert.match(text, /^# The keeper's sums\n/);
      assert.deepEqual(
        [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
        ["The storm", "The landing", "The inspector", "The summers", "The sums"],
      );
      assert.match(text, /!\[Plate 1\]\(http:\/\/127\.0\.0\.1:\d+\/self\/dot\.gif\)/);
      assert.match(text, /^```python\nships = 1 \+ len\(dogs\)\nprint\(ships\)\n```$/m);
      assert.ok(text.includes(FIRST) && text.includes(LAST));
    }));

  test("a saved web page stands by itself, with its pictures in it", () =>
    saved("save-html", async (driver, name, bytes) => {
      assert.equal(name, "The keeper's sums.html");
      const found = await driver.evaluate((html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        return {
          title: page.title,
          lang: page.documentElement.lang,
          sections: page.querySelectorAll("h2").length,
          pictures: [...page.images].map(({ src }) => src.slice(0, 22)),
          scripts: page.querySelectorAll("script, link, iframe").length,
          text: page.body.textContent,
        };
      }, bytes.toString("utf8"));
      assert.deepEqual(
        { ...found, text: "" },
        {
          title: "The keeper's sums",
          lang: "en",
          sections: 5,
          pictures: ["data:image/gif;base64,", "data:image/gif;base64,"],
          scripts: 0,
          text: "",
        },
      );
      assert.ok(found.text.includes(FIRST) && found.text.includes(LAST));
    }));

  test("a saved EPUB has its parts in order, and the pictures", () =>
    saved("save-epub", (_, name, bytes) => {
      assert.equal(name, "The keeper's sums.epub");
      const files = unzip(bytes);
      const [[first, type]] = files;
      assert.deepEqual([first, type.toString()], ["mimetype", "application/epub+zip"]);
      assert.ok(files.has("META-INF/container.xml"));
      const [, root] = /full-path="([^"]+)"/.exec(files.get("META-INF/container.xml").toString());
      const book = files.get(root).toString();
      const folder = root.replace(/[^/]*$/, "");
      for (const [, href] of book.matchAll(/<item [^>]*href="([^"]+)"/g))
        assert.ok(files.has(folder + href), href);
      assert.ok(
        [...files.keys()].some((file) => file.endsWith(".gif")),
        "the picture is in the book",
      );
      const text = [...files].find(([file]) => file.endsWith("article.xhtml"))[1].toString();
      assert.ok(text.includes(FIRST) && text.includes(LAST));
    }));

  test("saved text is the text", () =>
    saved("save-text", (_, name, bytes) => {
      assert.equal(name, "The keeper's sums.txt");
      const text = bytes.toString("utf8");
      assert.ok(text.startsWith("The keeper's sums\n") && text.includes(FIRST) && text.includes(LAST));
      assert.doesNotMatch(text, /[<>]/);
    }));

  test("what is copied is Markdown", async () => {
    const driver = driverOf();
    await driver.goto(server().url("rich"));
    await openReader(driver);
    // The browser lets a page write to the clipboard after a key, not after a script's click.
    await driver.press("c");
    const copied = await until("the copy", () => driver.clipboard());
    assert.match(copied, /^# The keeper's sums\n/);
    await restore(driver);
  });
}
