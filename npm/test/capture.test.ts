import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { capture } from "../src/capture.js";
import { rowsOf } from "./rows.js";

const documentOf = (html: string) => new JSDOM(html).window.document;
const bodyOf = (html: string, options = {}) => {
  const rows = rowsOf(capture(documentOf(`<!doctype html><body>${html}`), options).columns);
  return rows.slice(rows.findIndex((row) => row.startsWith("  body")) + 1).map((row) => row.slice(4));
};

test("one row per node in document order, white space too", () => {
  expect(bodyOf('<p id="a">one <b>two</b> </p><!--no-->')).toEqual([
    "p id=a",
    '  "one "',
    "  b",
    '    "two"',
    '  " "',
    "#comment",
  ]);
});

test("row i is nodes[i]", () => {
  const document = documentOf("<ul><li>1<li>2</ul>");
  const { columns, nodes } = capture(document);
  expect(nodes).toHaveLength(columns.tag.length);
  expect(nodes[0]).toBe(document.documentElement);
  expect(nodes.at(-1)).toBe(document.querySelectorAll("li")[1]?.firstChild);
});

test("code, controls and fallback content are not entered", () => {
  const closed =
    "<script>a</script><textarea>b</textarea><select><option>c</select><svg><text>d</text></svg><noembed>e</noembed>";
  expect(bodyOf(closed)).toEqual(["script", "textarea", "select", "svg", "noembed"]);
});

test("structured data, noscript and short styles go along as #data", () => {
  expect(
    bodyOf('<script type="application/ld+json">{}</script><noscript>n</noscript><style>s{}</style>'),
  ).toEqual(["script type=application/ld+json #data={}", "noscript #data=n", "style #data=s{}"]);
  expect(bodyOf(`<style>${"x".repeat(4097)}</style>`)).toEqual(["style"]);
});

test("a form's own controls cannot stand in for its properties", () => {
  const names = [
    "parentNode",
    "firstChild",
    "nextSibling",
    "nodeType",
    "localName",
    "getAttributeNames",
    "attributes",
  ];
  const inputs = names.map((name) => `<input name="${name}">`).join("");
  const rows = bodyOf(`<form>${inputs}</form><p>after</p>`);
  expect(rows[0]).toBe("form");
  expect(rows.filter((row) => row.includes("input"))).toHaveLength(names.length);
  expect(rows.slice(-2)).toEqual(["p", '  "after"']);
});

test("deep nesting is folded", () => {
  const document = documentOf("");
  let inner: Element = document.body;
  for (let level = 0; level < 1_000; level += 1) inner = inner.appendChild(document.createElement("div"));
  const { columns } = capture(document);
  expect(columns.tag).toHaveLength(1_003);
  expect(Math.max(...columns.depth)).toBe(512);
  expect(columns.depth.at(-1)).toBe(512);
  expect(Math.max(...capture(document, { maxDepth: 7 }).columns.depth)).toBe(7);
});

test("open shadow trees are flattened through their slots", () => {
  const document = documentOf('<div id="host"><b slot="named">named</b>rest<i slot="nowhere">lost</i></div>');
  const host = document.querySelector("#host") as HTMLElement;
  const root = host.attachShadow({ mode: "open" });
  const named = document.createElement("slot");
  named.name = "named";
  const empty = document.createElement("slot");
  empty.name = "empty";
  empty.append("fallback");
  root.append(document.createElement("slot"), named, empty);
  const rows = rowsOf(capture(document).columns);
  expect(rows.slice(3)).toEqual([
    "    div id=host #2048",
    "      slot",
    '        "rest"',
    "      slot name=named",
    "        b slot=named",
    '          "named"',
    "      slot name=empty",
    '        "fallback"',
  ]);
});

test("U+0000 inside data and values becomes U+FFFD and columns stay in step", () => {
  const document = documentOf("<p title=t>x</p><p>y</p>");
  const [first] = document.querySelectorAll("p");
  first?.setAttribute("title", "a\0b");
  first?.firstChild?.replaceWith("c\0d");
  expect(rowsOf(capture(document).columns).slice(3)).toEqual([
    "    p title=a\u{fffd}b",
    '      "c\u{fffd}d"',
    "    p",
    '      "y"',
  ]);
});

test("the attributes the core reads keep their place among a hundred others", () => {
  const junk = Array.from({ length: 100 }, (_, at) => `data-junk-${at}="1"`).join(" ");
  const [row] = bodyOf(`<a ${junk} href="/x" class="y">z</a>`);
  expect(row).toContain("href=/x class=y");
  expect(row).toContain("data-junk-0=1");
  expect(row).not.toContain("data-junk-99");
});

test("long values are cut", () => {
  const [row] = bodyOf(`<img src="data:,${"x".repeat(20_000)}">`);
  expect(row).toHaveLength("img src=".length + 8192);
});

test("without layout there are no layout flags and no boxes", () => {
  const { columns } = capture(documentOf('<div style="display:none">x</div><p style="position:fixed">y'));
  expect(columns.rect).toHaveLength(0);
  expect(columns.flags.every((flags) => flags === 0)).toBe(true);
});

test("filled controls, open dialogs and the focused element are marked", () => {
  const document = documentOf(
    '<input value="a"><input type=hidden><dialog open></dialog><div aria-modal=true></div>',
  );
  const [input, hidden] = document.querySelectorAll("input");
  if (input && hidden) {
    input.value = "b";
    hidden.value = "token";
    input.focus();
  }
  const flags = rowsOf(capture(document).columns).slice(3);
  expect(flags).toEqual([
    "    input value=a #24",
    "    input type=hidden value=token",
    "    dialog open= #64",
    "    div aria-modal=true #64",
  ]);
});

test("the caller's selectors mark rows, in shadow trees too", () => {
  const document = documentOf("<p class=k>1</p><div></div>");
  const root = (document.querySelector("div") as HTMLElement).attachShadow({ mode: "open" });
  root.append(document.createElement("hr"));
  const { columns } = capture(document, { keepSelectors: [".k"], hideSelectors: ["hr", "em"] });
  expect(rowsOf(columns).slice(3)).toEqual([
    "    p class=k #128",
    '      "1"',
    "    div #2048",
    "      hr #256",
  ]);
});

test.each([
  [{ keepSelectors: ["p["] }, "BAD_OPTION"],
  [{ hideSelectors: "p" }, "BAD_OPTION"],
  [{ maxNodes: 0 }, "BAD_OPTION"],
  [{ maxDepth: 1.5 }, "BAD_OPTION"],
  [{ maxNodes: 5 }, "TOO_LARGE"],
])("unusable options and limits: %j is %s", (options, code) => {
  expect(() => capture(documentOf("<p>1</p><p>2</p>"), options as object)).toThrow(
    expect.objectContaining({ name: "DehuskError", code }),
  );
});

test("a document without an element has no rows", () => {
  const document = documentOf("");
  document.documentElement.remove();
  expect(capture(document).nodes).toHaveLength(0);
});

test("reading leaves the page as it was", () => {
  const document = documentOf("<!doctype html><p onclick='x'>1<br>2<template><p>t</template>");
  const before = document.documentElement.outerHTML;
  capture(document, { keepSelectors: ["p"] });
  expect(document.documentElement.outerHTML).toBe(before);
});
