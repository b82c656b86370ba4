import assert from "node:assert/strict";
import { until } from "../suite/page.mjs";
import { plain, readerWith, result, said, tab } from "./page.mjs";

/** Least size of the dropped file, characters of one byte each. */
const SIZE = 20_000_000;
/** Longest time for which the window may stand still, ms: from there on a person takes it for broken. */
const LONGEST = 1000;
/** How long reading the file may take, ms. */
const LIMIT = 120_000;

/** A file of twenty megabytes. */
export function largeSuite({ test, driver: driverOf }) {
  for (const kind of ["article", "data", "links"]) {
    test(`a file of 20 MB of ${kind} is read while the window keeps going`, async (t) => {
      const driver = driverOf();
      await tab(driver, "Reader");
      const size = await driver.evaluate(dropLarge, [kind, SIZE]);
      assert.ok(size >= SIZE);
      const { longest, seen, took } = await until(
        "the result",
        () => driver.evaluate(() => window.watched.done && window.watched),
        LIMIT,
      );
      t.diagnostic(
        `${took.toFixed(0)} ms in all; the window stood still for ${longest.toFixed(0)} ms at most`,
      );
      assert.ok(seen.includes("Reading large.html …, busy"), `seen: ${seen.join(" | ")}`);
      assert.ok(longest < LONGEST, `the window stood still for ${longest.toFixed(0)} ms`);
      // A few paragraphs among a hundred thousand links are a list, not an article.
      if (kind === "links") return void (await said(driver, /^No article/));
      await readerWith(driver, "Twenty megabytes");
      assert.match(plain((await result(driver)).slice(0, 2000)), /Paragraph 1 of the long page/);
      const shortened = await driver.evaluate(() => document.querySelector("#result .long .note") !== null);
      assert.equal(shortened, kind === "article", "a note says that only the start is shown");
      for (const view of ["Markdown", "HTML", "Metadata", "Compare", "Reader"]) {
        const start = Date.now();
        await tab(driver, view);
        await driver.evaluate(() => document.getElementById("result").scrollHeight);
        assert.ok(Date.now() - start < LONGEST, `${view}: ${Date.now() - start} ms`);
      }
    });
  }
}

/** Runs on the page: drops a file made there, and watches a timer and the frames until the article is shown and drawn. */
function dropLarge([kind, size]) {
  const kinds = {
    article: (number) =>
      `<p>Paragraph ${number} of the long page tells how the harbour, the ferry and the lighthouse keeper spent a day in the rain, and what they said about it.</p>\n`,
    data: (number) =>
      `{"number":${number},"name":"An entry of the data that the page's script works with"},\n`,
    links: (number) => `<li><a href="/story/${number}">Another story of the day, number ${number}</a></li>\n`,
  };
  const parts = [];
  const fill = (most, row) => {
    for (let [number, length] = [1, 0]; length < most; number += 1) {
      parts.push(row(number));
      length += parts.at(-1).length;
    }
  };
  parts.push("<!doctype html><title>Twenty megabytes</title><article><h1>Twenty megabytes</h1>");
  fill(kind === "article" ? size : 10_000, kinds.article);
  parts.push(`</article>${kind === "data" ? '<script type="application/json">[' : "<ul>"}`);
  if (kind !== "article") fill(size, kinds[kind]);
  parts.push(kind === "data" ? "0]</script>" : "</ul>");
  // In one part, as a file from a disk: Firefox reads a file of many parts one by one.
  const file = new File([parts.join("")], "large.html", { type: "text/html" });
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);

  const status = document.getElementById("status");
  const busy = document.getElementById("busy");
  const watched = (window.watched = { longest: 0, seen: [], took: 0, done: false });
  const start = performance.now();
  let last = start;
  let rest = 10;
  const note = () => {
    const said = status.textContent + (busy.checkVisibility() ? ", busy" : "");
    if (watched.seen.at(-1) !== said) watched.seen.push(said);
    return said;
  };
  // A quick disk's file is read between two looks of the timer.
  const changes = new MutationObserver(note);
  changes.observe(status, { childList: true, characterData: true, subtree: true });
  const look = () => {
    const now = performance.now();
    watched.longest = Math.max(watched.longest, now - last);
    last = now;
    const said = note();
    // What the presented article costs to draw still comes after the status.
    if (/\d words|No article/.test(said) && --rest === 0) {
      clearInterval(timer);
      changes.disconnect();
      Object.assign(watched, { done: true, took: now - start });
    }
  };
  status.textContent = "";
  const timer = setInterval(look, 16);
  document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  return file.size;
}
