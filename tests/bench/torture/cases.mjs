import { ARTICLE, many, nested, numbered, page } from "./shapes.mjs";

const FORMATTING = [
  "a",
  "b",
  "big",
  "code",
  "em",
  "font",
  "i",
  "nobr",
  "s",
  "small",
  "strike",
  "strong",
  "tt",
  "u",
];

/** Pages made to cost more than they weigh, each a function, so that only the one that runs takes memory. */
export const CASES = {
  // Nesting: parsers search their stack, walkers recurse.
  "nested div, 100 k": () => page(nested("<div>", 100_000)),
  "nested div with text, 50 k": () => page(nested("<div>x", 50_000)),
  "nested and closed div, 50 k": () => page(nested("<div>", 50_000) + "x" + nested("</div>", 50_000)),
  "ul li chain, 512 KB": () => page(nested("<ul><li>", 64_000)),
  "dl dd chain, 50 k": () => page(nested("<dl><dd>x", 50_000)),
  "nested blockquote, 50 k": () => page(nested("<blockquote><p>x", 50_000)),
  "nested table, 20 k": () => page(nested("<table><tr><td>x", 20_000)),
  "nested span, 100 k": () => page(nested("<span>", 100_000)),
  "nested custom elements, 50 k": () => page(nested("<x-a>y", 50_000)),
  "nested svg g, 50 k": () => page(`<svg>${nested("<g>", 50_000)}`),
  "nested math, 50 k": () => page(`<math>${nested("<mrow><mi>x</mi>", 50_000)}`),
  "svg and foreignObject in turn, 20 k": () => page(nested("<svg><foreignObject>", 20_000)),
  "nested template, 20 k": () => page(nested("<template>", 20_000)),
  "nested iframe srcdoc, 2 k": () => page(nested(`<iframe srcdoc="&lt;p&gt;x">`, 2000)),
  "nested shadow roots, 10 k": () => page(nested(`<div><template shadowrootmode=open>`, 10_000)),
  "nested buttons and forms, 30 k": () => page(nested("<form><button>x", 30_000)),
  "nested headings, 50 k": () => page(nested("<h1>x<h2>y", 25_000)),
  "nested select, 30 k": () => page(nested("<select><optgroup><option>x", 30_000)),
  // What a parser mends.
  "formatting storm, 30 k": () =>
    page(numbered(30_000, (n) => `<${FORMATTING[n % FORMATTING.length]} x=${n}>y`)),
  "formatting across paragraphs, 10 k": () => page(numbered(10_000, (n) => `<b id=${n}><p>word`)),
  "misnested a, 50 k": () => page(many("<a href=/x><div>x", 50_000)),
  "adoption agency, 20 k": () => page(many("<b><i><p></b>x</i>", 20_000)),
  "foster parenting, 50 k": () => page(`<table>${many("<p>x", 50_000)}`),
  "misnested tables, 30 k": () => page(many("<table><td></table><tr><table></td>x", 30_000)),
  "end tags without start, 200 k": () => page(many("</p></div></b>", 200_000)),
  "dropped end tags of many names, 50 k": () =>
    page(nested("<div>", 1000) + numbered(50_000, (n) => `<x-${n}>`) + many("</x-0>", 50_000)),
  // Attributes.
  "10 k attributes in one tag": () => page(`<p ${numbered(10_000, (n) => `a${n}=${n} `)}>x</p>`),
  "100 k attributes in one tag": () => page(`<p ${numbered(100_000, (n) => `a${n} `)}>x</p>`),
  "20 tags of 5 k attributes": () => page(many(`<p ${numbered(5000, (n) => `a${n} `)}>x</p>`, 20)),
  "one attribute of 5 MB": () => page(`<p title="${many("x y ", 1_250_000)}">x</p>`),
  "class of 200 k names": () => page(`<div class="${numbered(200_000, (n) => `c${n} `)}">x</div>`),
  "unclosed quotes, 1 MB": () => page(many(`<a href="`, 110_000)),
  // Text.
  "one text of 20 MB": () => page(`<p>${many("word and ", 2_200_000)}</p>`),
  "one word of 5 MB": () => page(`<p>${many("x", 5_000_000)}</p>`),
  "a million br": () => page(many("<br>", 1_000_000)),
  "a million blanks and breaks": () => page(`<p>${many(" \n\t", 1_000_000)}</p>`),
  "entity storm, 300 k": () => page(`<p>${many("&amp;&#x41;&notin;&nosuch;&", 60_000)}</p>`),
  "NULs, 1 MB": () => page(`<p>${many("a\0b ", 250_000)}</p>`),
  "lone surrogates, 500 k": () => page(`<p>${many("\ud800x\udfff ", 125_000)}</p>`),
  "combining marks, 1 M": () => page(`<p>a${many("\u0301", 1_000_000)}</p>`),
  "turned text, 500 k": () => page(`<p>${many("\u202ex\u2066", 160_000)}</p>`),
  "Markdown signs, 500 KB": () => page(`<p>${many("*_`[](<!|$~ ", 42_000)}</p>`),
  "formulas, 20 k": () => page(`<p>${many("\\(x^2\\) $$y$$ ", 20_000)}</p>`),
  "code of 2 MB": () => page(`<pre><code>${many("let x = 1; // y\n", 125_000)}</code></pre>`),
  "commas, 2 MB": () => page(`<p>${many(",", 2_000_000)}</p>`),
  // Numbers.
  "a million anchors": () => page(many("<a href=/x>x</a> ", 1_000_000)),
  "200 k paragraphs": () => page(many("<p>Short, but a sentence.</p>", 200_000)),
  "50 k paragraphs of one block": () => page(`<div>${many("x<br><br>", 100_000)}</div>`),
  "100 k comments": () => page(many("<!-- x -->", 100_000)),
  "unclosed comments, 1 MB": () => page(many("<!--", 250_000)),
  "table of 300 k cells": () => page(`<table>${many(`<tr>${many("<td>1", 100)}`, 3000)}</table>`),
  "cells that span all": () => page(`<table>${many("<tr><td colspan=1000 rowspan=65534>x", 5000)}</table>`),
  "50 k notes": () =>
    page(
      numbered(50_000, (n) => `<sup><a href=#n${n}>${n}</a></sup>`) +
        `<ol>${numbered(50_000, (n) => `<li id=n${n}>Note.`)}</ol>`,
    ),
  "100 k equal ids": () => page(many("<p id=x><a href=#x>x</a>", 100_000)),
  "50 k pictures": () => page(numbered(50_000, (n) => `<img src=/${n}.jpg srcset="/a 1x, /b 2x">`)),
  "srcset of 100 k": () => page(`<img src=/x srcset="${numbered(100_000, (n) => `/${n} ${n}w, `)}">`),
  "repetition, 10 MB": () => page(many(ARTICLE, 9000)),
  "20 k headings": () => page(numbered(20_000, (n) => `<h2>Part ${n}</h2><p>Text of the part.</p>`)),
  // Styles and data.
  "style sheet of 5 MB": () =>
    page(`<style>${many(".a .b > .c:not(.d) { display: none }\n", 130_000)}</style>`),
  "200 k inline styles": () => page(many(`<p style="display:none;color:red">x`, 200_000)),
  ":has bomb": () => page(`<style>${many(":has(:has(*)) :is(:not(*)) ", 20_000)}{}</style>`),
  "JSON-LD of 5 MB": () =>
    page("", `<script type="application/ld+json">${many("[", 2_500_000)}${many("]", 2_500_000)}</script>`),
  "JSON-LD nested objects": () =>
    page("", `<script type="application/ld+json">${many(`{"a":`, 500_000)}</script>`),
  "20 k meta": () =>
    page(
      "",
      numbered(20_000, (n) => `<meta property="og:title" content="${n}">`),
    ),
  "meta refresh and base, 20 k": () =>
    page("", many(`<base href="//x.test/"><meta http-equiv=refresh content="0;url=/">`, 20_000)),
  "title of 2 MB": () => page("", `<title>${many("A title - ", 200_000)}</title>`),
  "clobbering forms, 20 k": () =>
    page(many("<form name=body><input name=attributes><input name=parentNode id=childNodes></form>", 20_000)),
  "dates, 100 k": () => page(many("<time datetime=2020-01-01>1 January 2020</time> ", 100_000)),
  "bylines, 50 k": () => page(many("<p class=byline>By A. Writer, B. Writer and C. Writer</p>", 50_000)),
  "noscript of 2 MB": () => page(`<noscript>${many("<p>Read without scripts.</p>", 70_000)}</noscript>`),
  "link farm, 100 k": () =>
    page(
      `<div style=display:none>${numbered(100_000, (n) => `<a href=//s${n}.test/>casino ${n}</a> | `)}</div>`,
    ),
  "nothing but tags": () => many("<p>", 700_000),
  "no markup, 10 MB": () => many("word and word, ", 700_000),
};
