// Draws icon/mark.svg as the PNG files the browsers ask for: `node icon/rasterise.mjs`, after the drawing was changed.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const SIZES = [16, 32, 48, 96, 128];
const here = new URL(".", import.meta.url);
const drawing = readFileSync(new URL("mark.svg", here), "utf8");

const browser = await chromium.launch({
  executablePath: process.env.DEHUSK_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.goto(
    `data:text/html,${encodeURIComponent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`)}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(new URL(`../public/icon/${size}.png`, here), png);
}
await browser.close();
