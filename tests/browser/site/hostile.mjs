import assert from "node:assert/strict";
import { until } from "../suite/page.mjs";
import { paste, readerWith, result, tab } from "./page.mjs";

/** Every vector calls this with its name. Frames of the page reach the site's window by `top`. */
const hit = (name) => `(top.hits||=[]).push('${name}')`;

const TEXT =
  "A paragraph with enough words to be read by somebody who likes to read paragraphs, one after the other.";

const VECTORS = `<!doctype html><title>Hostile page</title>
<meta http-equiv="refresh" content="0;url=https://vector.example/refresh">
<base href="https://vector.example/base/" target="_top">
<link rel="stylesheet" href="https://vector.example/link.css">
<style>@import "https://vector.example/import.css"; body { background: url(https://vector.example/background.png) }
  @font-face { font-family: f; src: url(https://vector.example/font.woff2) } p { font-family: f }</style>
<script>${hit("script")}</script>
<body onload="${hit("body onload")}"><article><h1>Hostile page</h1>
<p>${TEXT}</p><p>${TEXT}</p><p onclick="${hit("onclick")}" onmouseover="${hit("onmouseover")}">${TEXT}</p>
<p><a href="javascript:${hit("javascript link")}">first link</a> <a href=" java&#10;script:${hit("split link")}">second link</a>
  <a href="data:text/html,<script>${hit("data link")}</script>">third link</a> ${TEXT}</p>
<p><img src="x" onerror="${hit("img onerror")}"><img src="https://vector.example/pixel.png" srcset="https://vector.example/2x.png 2x"></p>
<svg onload="${hit("svg onload")}"><script>${hit("svg script")}</script><a xlink:href="javascript:${hit("svg link")}"><text y="9">drawn</text></a>
  <use href="https://vector.example/use.svg#x"></use><image href="https://vector.example/image.svg"></image>
  <animate onbegin="${hit("onbegin")}" attributeName="x" dur="1s"></animate></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${hit("mutation")}&gt;"></mglyph></table></mtext></math>
<iframe srcdoc="<script>${hit("srcdoc")}</script>"></iframe><iframe src="javascript:${hit("frame")}"></iframe>
<iframe src="https://vector.example/frame"></iframe>
<object data="https://vector.example/object"></object><embed src="https://vector.example/embed">
<video src="https://vector.example/video.mp4" poster="https://vector.example/poster.png" autoplay onerror="${hit("video")}"></video>
<p style="background:url(https://vector.example/style.png)">${TEXT}</p>
<form action="https://vector.example/form" target="_top"><button formaction="javascript:${hit("formaction")}">Send</button></form>
<input autofocus onfocus="${hit("onfocus")}"><details open ontoggle="${hit("ontoggle")}"><summary>More</summary>${TEXT}</details>
<p>${TEXT}</p><p>${TEXT}</p></article>`;

/** What shows the page or its article. The comparison parses the page once more, and is looked at by itself. */
const VIEWS = ["Markdown", "HTML", "Metadata", "Removed", "Reader", "As it came", "Cleaned", "X-ray"];

/** What Chromium reports of a page while it is parsed in a document without a window, where nothing runs or loads. */
const PARSED = /^(script-src-attr inline|base-uri \S*)$/;

/** A page that tries everything. */
export function hostileSuite({ test, driver: driverOf }) {
  test("hostile HTML runs nothing and navigates nothing; what is shown of it has nothing to refuse", async () => {
    const driver = driverOf();
    await tab(driver, "Reader");
    await driver.evaluate(listen);
    const before = await driver.evaluate(() => location.href + document.baseURI);
    await paste(driver, VECTORS);
    await readerWith(driver, "Hostile page");
    await settle();
    assert.deepEqual(await parsedOnly(driver), [], "refused while the page was opened");
    for (const view of VIEWS) {
      await tab(driver, view);
      await driver.evaluate(provoke);
      await settle();
      assert.deepEqual(await driver.evaluate(taken), [], `refused in ${view}`);
    }
    await tab(driver, "Compare");
    await until("the other tools", () =>
      driver.evaluate(() => document.querySelectorAll(".compare tbody tr").length === 3),
    );
    assert.deepEqual(await parsedOnly(driver), [], "refused while the other tools read");
    await tab(driver, "Reader");
    assert.deepEqual(await driver.evaluate(leftover), [], "these are left in the reader");
    assert.match(await result(driver), /\[picture\]/);
    assert.deepEqual(await driver.evaluate(() => window.hits ?? []), [], "these ran");
    assert.equal(await driver.evaluate(() => location.href + document.baseURI), before);
  });
}

/** Loads and handlers come late, ms. */
const settle = () => new Promise((done) => setTimeout(done, 300));

const parsedOnly = async (driver) =>
  (await driver.evaluate(taken)).filter((refused) => !PARSED.test(refused));

/** What was refused since the last look. */
const taken = () => window.refused.splice(0);

/** Lists what the policy refuses from now on, in the site's document and in the frame's. */
function listen() {
  const refused = (window.refused = []);
  const note = ({ effectiveDirective, blockedURI }) => refused.push(`${effectiveDirective} ${blockedURI}`);
  document.addEventListener("securitypolicyviolation", note);
  const frame = document.getElementById("page");
  // The frame's document is new for each page, and comes before what the page has is put into it.
  frame.addEventListener("load", () =>
    frame.contentDocument.addEventListener("securitypolicyviolation", note),
  );
}

/** Does what a person may do: follows links that leave by script, sends forms, moves over paragraphs. */
function provoke() {
  const roots = [
    document.getElementById("page").contentDocument,
    document.querySelector("dehusk-reader")?.shadowRoot,
  ];
  for (const root of roots.filter(Boolean)) {
    for (const form of root.querySelectorAll("form")) form.requestSubmit();
    for (const link of root.querySelectorAll("a"))
      if (!/^https?:/.test(link.href))
        link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    for (const block of root.querySelectorAll("article p, .prose p"))
      for (const name of ["click", "mouseover"]) block.dispatchEvent(new MouseEvent(name, { bubbles: true }));
  }
}

/** What of the reader's text could run or load. */
function leftover() {
  const prose = document.querySelector("dehusk-reader").shadowRoot.querySelector(".prose");
  const live = [];
  for (const element of prose.querySelectorAll("*")) {
    if (/^(script|style|iframe|object|embed|form|base|meta|link|svg|math)$/.test(element.localName))
      live.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes)
      if (name.startsWith("on") || (/href|src/.test(name) && /^\s*(java\s*script|data:text)/i.test(value)))
        live.push(`<${element.localName} ${name}>`);
  }
  return live;
}
