import { inside, until } from "../suite/page.mjs";

export const plain = (text) => text.replaceAll(/\s+/g, " ").trim();

/** Chooses a tab by its name, on either side. */
export async function tab(driver, name) {
  const found = await driver.evaluate((wanted) => {
    const button = [...document.querySelectorAll("[role=tab]")].find(
      ({ textContent }) => textContent === wanted,
    );
    button?.click();
    return button?.getAttribute("aria-selected") === "true";
  }, name);
  if (!found) throw new Error(`There is no tab ${name}.`);
}

export const status = (driver) => driver.evaluate(() => document.getElementById("status").textContent);

/** Waits until the status says so; gives it back. */
export const said = (driver, pattern) =>
  until(`the status ${pattern}`, async () => {
    const text = await status(driver);
    return pattern.test(text) && text;
  });

/** The result's text; the reader's lies in its shadow tree. */
export const result = (driver) =>
  driver.evaluate(() => {
    const panel = document.getElementById("result");
    return (panel.querySelector("dehusk-reader")?.shadowRoot.querySelector(".page") ?? panel).innerText;
  });

/** The page's rendered text, as the chosen tab shows it. */
export const pageText = (driver) =>
  driver.evaluate(() => document.getElementById("page").contentDocument.body.innerText);

/** Waits for the reader with a title that has `title`. */
export const readerWith = (driver, title) =>
  until(`the reader with ${title}`, async () => {
    const shown = await inside(
      driver,
      "dehusk-reader",
      (root) => root.querySelector("h1")?.textContent ?? "",
    );
    return shown !== undefined && plain(shown).includes(title);
  });

/** Clicks the middle of an element, as a person does. */
export async function click(driver, selector) {
  const [x, y] = await driver.evaluate((one) => {
    const found = document.querySelector(one);
    found.scrollIntoView({ block: "nearest" });
    const box = found.getBoundingClientRect();
    return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  }, selector);
  await driver.clickAt(x, y);
}

export const choose = (driver, selector, value) =>
  driver.evaluate(
    ([one, next]) => {
      const field = document.querySelector(one);
      field.value = next;
      for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    },
    [selector, value],
  );

/** Opens a sample; what was shown before is gone. */
export async function openSample(driver, name) {
  await driver.evaluate(() => void (document.getElementById("status").textContent = ""));
  await choose(driver, "#samples", name);
  await said(driver, /words/);
}

/** Pastes a page through the dialog. */
export async function paste(driver, html, url = "") {
  await driver.evaluate(() => void (document.getElementById("status").textContent = ""));
  await click(driver, "#paste");
  await driver.evaluate(
    ([markup, address]) => {
      document.getElementById("html").value = markup;
      document.getElementById("url").value = address;
    },
    [html, url],
  );
  await click(driver, "#dialog button[value=read]");
  return said(driver, /\d words?|No article/);
}

/** Drops a file on the window. */
export const drop = (driver, name, html) =>
  driver.evaluate(
    ([file, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], file, { type: "text/html" }));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    },
    [name, html],
  );
