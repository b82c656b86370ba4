/** Small pages for single questions, each with what it is for. */

const PARAGRAPHS = [
  "The lighthouse keeper counted the ships twice, once as they came and once as they left, and wrote both numbers in the same column because nobody had told him that the sums were supposed to agree.",
  "On the fourth day of the storm the two numbers differed by one, and he climbed down to the landing to look for the ship that had not left, with a lantern, a rope, and the book under his coat.",
  "There was nothing at the landing but a crate of oranges and a wet dog, which he took as an answer, and he added the dog to the ships so that the page would come out even before the inspector arrived.",
  "The inspector read the page, looked at the dog, and signed; for in nineteen years of inspecting lighthouses he had never seen an account that balanced so well, and he did not want to learn the reason.",
  "Every summer since then the keeper has left one line empty at the foot of the column, in case a ship should come back for its dog, and every autumn he fills it in with the oranges, which never did.",
];

const article = `<article><h1>The keeper's sums</h1><p class="byline">By Ada Lindqvist</p>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")}</article>`;

const html = (body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The keeper's sums</title>${head}</head><body>${body}</body></html>`;

export const FIRST = PARAGRAPHS[0].slice(0, 60);
export const LAST = PARAGRAPHS.at(-1).slice(-60);

/** A long page that a person has scrolled, with a field they are writing in and one that was filled in. */
const form = html(`${article}
  <div style="height:3000px"></div>
  <form id="reply"><label>Reply <textarea id="text"></textarea></label><label><input type="checkbox" id="box"> notify me</label></form>`);

/** Nothing to read: a list of links and an ad. */
const listing = html(
  `<header><h1>Harbour shop</h1><nav><a href="/a">Ropes</a> <a href="/b">Lamps</a> <a href="/c">Charts</a></nav></header>
  <div class="ad-banner" id="ad"><span>Advertisement</span><a href="https://ads.example/click?c=1" rel="sponsored"><img width="728" height="90" alt="Advertisement" src="data:,"></a></div>
  <ul class="products">${[
    "Rope 10 m",
    "Rope 20 m",
    "Lamp, brass",
    "Lamp, tin",
    "Chart of the bay",
    "Chart of the sound",
  ]
    .map(
      (name, index) =>
        `<li><a href="/p/${index}"><img alt="" width="120" height="120" src="data:,"><b>${name}</b></a> <span>${index + 4}.90</span></li>`,
    )
    .join("")}</ul>`,
);

/** A page whose names shadow what scripts look up, and whose script replaces what scripts call. */
const hostile = html(
  `<form id="documentElement" name="documentElement"><input name="attributes"><input name="parentNode"><input name="childNodes"><input name="nodeType"><input name="remove"></form>
  <img name="createElement" src="data:,"><img name="createElementNS" src="data:,"><img name="body" src="data:,"><img name="addEventListener" src="data:,"><img name="adoptedStyleSheets" src="data:,"><img name="contentType" src="data:,"><img name="activeElement" src="data:,">
  <a id="chrome"></a><a id="browser"></a><a id="dehusk"></a><a id="Session"></a>
  ${article}`,
  `<script>
  window.broken = [];
  for (const [owner, names] of [
    [Node.prototype, ["appendChild", "removeChild", "insertBefore"]],
    [Element.prototype, ["setAttribute", "removeAttribute", "append", "attachShadow", "remove", "closest"]],
    [Document.prototype, ["createElement", "createElementNS", "createTreeWalker"]],
  ]) for (const name of names) {
    const own = owner[name];
    owner[name] = function (...rest) {
      if (window.armed) window.broken.push(name);
      return own.apply(this, rest);
    };
  }
  </script>`,
);

/** A page that takes every key and every click for its own. */
const greedy = html(
  article,
  `<script>window.keys = [];
  for (const type of ["keydown", "keypress", "click"])
    addEventListener(type, (event) => { window.keys.push(event.key ?? type); });
  </script>`,
);

/** A page that goes elsewhere without loading: the article is replaced. */
const spa = html(
  `<main id="app">${article}</main>`,
  `<script>
  window.go = () => {
    history.pushState({}, "", "?second");
    document.getElementById("app").innerHTML = document.getElementById("app").innerHTML.replace(/The keeper's sums/, "The second page").replaceAll("lighthouse", "windmill");
  };
  </script>`,
);

const DOT = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** Everything that the reader has a tool for: sections, pictures, notes, code. */
const rich = html(`<article><h1>The keeper's sums</h1><p class="byline">By Ada Lindqvist</p>
  <p>${PARAGRAPHS[0]}<sup><a id="ref-1" href="#note-1">1</a></sup></p>
  ${["The storm", "The landing", "The inspector", "The summers"]
    .map((title, at) => {
      const more = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");
      const picture = `<figure><img src="dot.gif" width="480" height="320" alt="Plate ${at + 1}"><figcaption>Plate ${at + 1}: ${title}</figcaption></figure>`;
      return `<h2>${title}</h2><p>${PARAGRAPHS[at + 1]}</p>${at < 2 ? picture : ""}${more}`;
    })
    .join("")}
  <h2>The sums</h2><pre><code class="language-python">ships = 1 + len(dogs)\nprint(ships)</code></pre><p>${PARAGRAPHS[2]}</p>
  <section class="footnotes"><ol><li id="note-1">The book is kept in the harbour office. <a href="#ref-1">↩</a></li></ol></section></article>`);

const text = (name, body) => ({ name, body });

export const pages = [
  text("form", form),
  text("listing", listing),
  text("hostile", hostile),
  text("greedy", greedy),
  text("spa", spa),
  text("rich", rich),
  { name: "dot.gif", type: "image/gif", body: DOT },
  {
    name: "pdf",
    type: "application/pdf",
    body: "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>endobj\ntrailer<</Root 1 0 R>>\n",
  },
  {
    name: "image",
    type: "image/svg+xml",
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  },
];
