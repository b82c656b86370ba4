import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { apply } from "../src/apply.js";
import { planFor } from "./plan.js";

const PAGE = `<!doctype html><html><head><title> Win \n big </title></head><body><nav id=n class=x>nav</nav>
loose | text<div id=ad style="color:red">ad</div><div id=ad2>ad</div><main><p id=p>text</p></main></body></html>`;

function page(html = PAGE) {
  const { document } = new JSDOM(html, { pretendToBeVisual: true }).window;
  const $ = (selector: string) => document.querySelector(selector) as HTMLElement;
  return { document, $, before: document.documentElement.outerHTML };
}

/** Whether a rule of the page hides the element. */
const isHidden = (element: Element) =>
  [...element.ownerDocument.querySelectorAll("style")].some(({ textContent }) => {
    const attribute = /^\[(\w+)\]\{display:none/.exec(textContent)?.[1];
    return attribute !== undefined && element.hasAttribute(attribute);
  });

test("hides what the plan names, and gives back the very page", () => {
  const { document, $, before } = page();
  const loose = $("#n").nextSibling as Text;
  const cleaning = apply(
    document,
    planFor(
      document,
      [
        ["spam", loose],
        ["ad", $("#ad")],
      ],
      { title: "True", titleHijacked: true },
    ),
  );
  expect(isHidden($("#ad"))).toBe(true);
  expect(isHidden($("#p"))).toBe(false);
  expect(loose.data).toBe("");
  expect(document.title).toBe("True");
  expect($("#ad").getAttribute("style")).toBe("color:red");
  expect(cleaning.hidden).toBe(2);
  expect(cleaning.removals.map(({ kind, path, element }) => [kind, path, element])).toEqual([
    ["spam", "html>body>#text(2)", loose],
    ["ad", "html>body>div:nth-child(2)", $("#ad")],
  ]);
  cleaning.restore();
  cleaning.restore();
  expect(cleaning.hidden).toBe(0);
  expect(document.documentElement.outerHTML).toBe(before);
});

test("restores by kind and by block, and hides again", () => {
  const { document, $, before } = page();
  const cleaning = apply(
    document,
    planFor(document, [
      ["spam", $("#n")],
      ["ad", $("#ad")],
      ["ad", $("#ad2")],
    ]),
  );
  const shown = () => ["#n", "#ad", "#ad2"].filter((selector) => !isHidden($(selector)));
  const second = cleaning.removals[2];
  if (second === undefined) throw new Error("three blocks were planned");
  // As it comes back from another context: an equal object, not the same one.
  cleaning.restore(structuredClone({ ...second, element: null }));
  expect(shown()).toEqual(["#ad2"]);
  cleaning.restore("ad");
  expect(shown()).toEqual(["#ad", "#ad2"]);
  cleaning.reapply();
  cleaning.reapply();
  expect(shown()).toEqual([]);
  cleaning.restore();
  expect(document.documentElement.outerHTML).toBe(before);
});

test("hides again what the page's scripts have brought back", () => {
  const { document, $ } = page();
  const loose = $("#n").nextSibling as Text;
  const cleaning = apply(
    document,
    planFor(document, [
      ["ad", $("#ad")],
      ["spam", loose],
    ]),
  );
  for (const name of $("#ad")
    .getAttributeNames()
    .filter((name) => name.startsWith("d")))
    $("#ad").removeAttribute(name);
  loose.data = "back";
  cleaning.reapply();
  expect(isHidden($("#ad"))).toBe(true);
  expect(loose.data).toBe("");
  cleaning.restore();
  expect(loose.data).toBe("back");
});

test("what the page has rewritten since is left alone on restore", () => {
  const { document, $ } = page();
  const loose = $("#n").nextSibling as Text;
  const cleaning = apply(
    document,
    planFor(document, [["spam", loose]], { title: "True", titleHijacked: true }),
  );
  loose.data = "new";
  document.title = "Chat (1)";
  cleaning.restore();
  expect(loose.data).toBe("new");
  expect(document.title).toBe("Chat (1)");
});

test("never hides what left the page, the page itself, or the field a person writes in", () => {
  const { document, $ } = page(
    `<body><div id=a><form><input id=i></form></div><div id=b><button>ok</button></div><p id=gone>x`,
  );
  const judged = planFor(document, [
    ["newsletter", $("#a")],
    ["ad", $("#gone")],
    ["overlay", document.body],
    ["cookie", $("#b")],
  ]);
  $("#gone").remove();
  $("#i").focus();
  const cleaning = apply(document, judged);
  expect(cleaning.removals.map(({ kind }) => kind)).toEqual(["cookie"]);
});

test("a focused button does not keep its consent wall", () => {
  const { document, $ } = page("<body><div id=wall><button id=ok>Accept</button></div>");
  $("#ok").focus();
  expect(apply(document, planFor(document, [["cookie", $("#wall")]])).hidden).toBe(1);
});

test("a form that clobbers its properties is hidden and restored like any other", () => {
  const { document, $, before } = page(
    "<body><form id=f><input name=setAttribute><input name=parentNode><input name=removeAttribute><input name=isConnected></form>",
  );
  const cleaning = apply(document, planFor(document, [["newsletter", document.querySelector("form")]]));
  expect(isHidden($("form"))).toBe(true);
  cleaning.restore();
  expect(document.documentElement.outerHTML).toBe(before);
});

test("two cleanings of one page do not know of each other", () => {
  const { document, $, before } = page();
  const one = apply(document, planFor(document, [["ad", $("#ad")]]));
  const two = apply(document, planFor(document, [["ad", $("#ad")]]));
  one.restore();
  expect(isHidden($("#ad"))).toBe(true);
  two.restore();
  expect(document.documentElement.outerHTML).toBe(before);
});

test("rolls back where article text would go out of sight", () => {
  const { document, $, before } = page();
  // The DOM of the tests does no layout: seen is what no hidden element holds.
  Object.assign(Object.getPrototypeOf(document.body.constructor.prototype) as object, {
    checkVisibility(this: Element) {
      return !isHidden(this) && (this.parentElement === null || this.parentElement.checkVisibility());
    },
  });
  const judged = planFor(document, [
    ["ad", $("#ad")],
    ["overlay", $("main")],
  ]);
  judged.plan.article = new Uint32Array([judged.nodes.indexOf($("#p"))]);
  const cleaning = apply(document, judged);
  expect(cleaning.removals.map(({ kind }) => kind)).toEqual(["ad"]);
  expect(isHidden($("main"))).toBe(false);
  cleaning.restore();
  expect(document.documentElement.outerHTML).toBe(before);
});
