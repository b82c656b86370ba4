import { readFileSync } from "node:fs";
import { samples } from "../suite/expected.mjs";
import { drop, paste, readerWith, said, tab } from "./page.mjs";

/** Ways of bringing a page. */
export function inputsSuite({ test, driver: driverOf }) {
  test("a file dropped on the window is read", async () => {
    const driver = driverOf();
    await tab(driver, "Reader");
    await drop(
      driver,
      "page.html",
      readFileSync(samples.find(({ name }) => name === "technical").file, "utf8"),
    );
    await readerWith(driver, "Counting visitors");
  });

  test("a page without an article says so", async () => {
    const driver = driverOf();
    await paste(driver, "<title>Nothing</title><body>");
    await said(driver, /^No article/);
  });
}
