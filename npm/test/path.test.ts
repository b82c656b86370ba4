import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { Paths } from "../src/path.js";

const document = new JSDOM("<body><div>a</div><div>b<p>c</p>d<p>e<!--f--><b>g</b>h</p></div>").window
  .document;
const path = (node: Node | null | undefined) => new Paths(document).of(node as Node);

test("elements are counted among elements, html and body are not", () => {
  expect(path(document.body)).toBe("html>body");
  expect(path(document.querySelector("p + p"))).toBe("html>body>div:nth-child(2)>p:nth-child(2)");
  expect(document.querySelector(path(document.querySelector("b")))).toBe(document.querySelector("b"));
});

test("loose text is its parent's n-th child node", () => {
  const last = document.querySelector("p + p")?.lastChild;
  expect(path(last)).toBe("html>body>div:nth-child(2)>p:nth-child(2)>#text(4)");
});

test("steps into shadow trees are named", () => {
  const host = document.querySelector("div") as HTMLElement;
  const root = host.attachShadow({ mode: "open" });
  const inner = root.appendChild(document.createElement("span"));
  expect(path(inner)).toBe("html>body>div:nth-child(1)>#shadow-root>span:nth-child(1)");
});
