import { afterAll, beforeAll, expect, test } from "vitest";
import { startChromium, type Chromium } from "./browser.js";

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

// In the page: hides every element of class “ad” wherever it is, as the core would plan it. `hide({ unlock: true })` sets more of the plan.
const HELPERS = `
  window.judge = (more = {}) => {
    const { nodes, scopes } = edge.capture(document);
    const found = nodes.flatMap((node, row) => (node.nodeType === 1 && node.classList.contains("ad") ? [row] : []));
    const removals = found.map(() => ({ kind: "overlay", reason: "", grounds: [], confidence: 1, text: "", path: "" }));
    return { nodes, scopes, plan: { rows: new Uint32Array(found), removals, unlock: false, title: "", titleHijacked: false, ...more } };
  };
  window.hide = (more) => edge.apply(document, judge(more), () => judge(more));
  window.gone = (element) => element.getClientRects().length === 0;`;

async function pageOf(html: string, headers: Record<string, string> = {}) {
  const page = await chromium.open(`<!doctype html>${html}`, { headers });
  await page.evaluate(HELPERS);
  return page;
}

test("reaches into shadow trees and same-origin frames and leaves nothing behind", async () => {
  const page = await pageOf(
    `<div id=host></div><iframe srcdoc="<p class=ad>x</p>"></iframe><p class=ad>x</p>`,
  );
  const result = await page.evaluate(`(async () => {
    const root = host.attachShadow({ mode: "open" });
    root.append(Object.assign(document.createElement("p"), { className: "ad", textContent: "x" }));
    const inner = () => frames[0].document.querySelector(".ad");
    while (!inner()) await new Promise((done) => setTimeout(done, 20));
    const ads = [document.querySelector(".ad"), root.firstChild, inner()];
    const texts = () => [document, frames[0].document].map((d) => d.documentElement.outerHTML).concat(root.innerHTML);
    const before = texts();
    const cleaning = hide();
    const hidden = ads.map(gone);
    cleaning.restore();
    const sheets = [document, root, frames[0].document].map((scope) => scope.adoptedStyleSheets.length);
    return { hidden, shown: ads.map((ad) => !gone(ad)), same: texts().every((text, at) => text === before[at]), sheets,
      paths: cleaning.removals.map(({ path }) => path) };
  })()`);
  expect(result).toEqual({
    hidden: [true, true, true],
    shown: [true, true, true],
    same: true,
    sheets: [0, 0, 0],
    paths: [
      "html>body>div:nth-child(1)>#shadow-root>p:nth-child(1)",
      "html>body>iframe:nth-child(2)>#document>html>body>p:nth-child(1)",
      "html>body>p:nth-child(3)",
    ],
  });
});

test("hides where the page allows no inline styles and demands trusted types", async () => {
  const page = await pageOf("<p class=ad>x</p>", {
    "content-security-policy":
      "style-src 'none'; script-src 'self' 'unsafe-eval'; require-trusted-types-for 'script'",
  });
  expect(await page.evaluate("hide(); gone(document.querySelector('.ad'))")).toBe(true);
});

test("unlocks scrolling and gives the page back to keyboard and screen reader, all undoable", async () => {
  const page = await pageOf(`
    <html style="overflow:hidden"><body style="position:fixed;top:-700px;width:100%;overflow:hidden">
    <div inert aria-hidden=true id=page class=c><main style="height:5000px"><h1>x</h1></main></div>
    <nav inert id=drawer>closed drawer</nav><div class=ad>wall</div>`);
  const result = await page.evaluate(`(async () => {
    const before = document.documentElement.outerHTML;
    const cleaning = hide({ unlock: true });
    await new Promise((done) => setTimeout(done, 50));
    const root = document.scrollingElement;
    const unlocked = { scroll: root.scrollTop, inert: document.querySelector("#page").inert, drawer: drawer.inert,
      overflow: getComputedStyle(document.body).overflowY };
    cleaning.restore("overlay");
    return { unlocked, same: document.documentElement.outerHTML === before };
  })()`);
  expect(result).toEqual({
    unlocked: { scroll: 700, inert: false, drawer: true, overflow: "visible" },
    same: true,
  });
});

test("late ads are hidden, in shadow trees too; disconnect ends it", async () => {
  const page = await pageOf("<main id=main></main><div id=host></div>");
  const result = await page.evaluate(`(async () => {
    const root = host.attachShadow({ mode: "open" });
    const cleaning = hide();
    cleaning.observe();
    cleaning.observe();
    const add = (parent) => parent.appendChild(Object.assign(document.createElement("p"), { className: "ad", textContent: "x" }));
    const hiddenSoon = async (ad) => {
      for (let tries = 0; tries < 100 && !gone(ad); tries += 1) await new Promise((done) => setTimeout(done, 50));
      return gone(ad);
    };
    const first = await hiddenSoon(add(main));
    const inShadow = await hiddenSoon(add(root));
    cleaning.disconnect();
    const late = add(main);
    await new Promise((done) => setTimeout(done, 2500));
    cleaning.restore();
    return { first, inShadow, afterwards: gone(late), count: cleaning.removals.length, left: main.querySelectorAll(".ad").length };
  })()`);
  expect(result).toEqual({ first: true, inShadow: true, afterwards: false, count: 2, left: 2 });
});

test("an overlay shown by a class is met; a new page of an app is judged at once", async () => {
  const page = await pageOf(
    "<style>.off{display:none}</style><div id=wall class=off>x</div><main id=main></main>",
  );
  const result = await page.evaluate(`(async () => {
    const cleaning = hide();
    cleaning.observe();
    const soon = async (check) => {
      const started = performance.now();
      while (!check() && performance.now() - started < 5000) await new Promise((done) => setTimeout(done, 20));
      return check();
    };
    wall.className = "ad";
    const wallGone = await soon(() => gone(wall));
    history.pushState(null, "", "/page/other");
    main.replaceChildren(Object.assign(document.createElement("p"), { className: "ad", textContent: "x" }));
    const next = await soon(() => gone(main.firstChild));
    main.replaceChildren();
    document.body.append(document.createElement("hr"));
    const forgotten = await soon(() => cleaning.removals.length === 1);
    return { wallGone, next, forgotten };
  })()`);
  expect(result).toEqual({ wallGone: true, next: true, forgotten: true });
});

test("a page that inserts without end is judged ever more rarely", async () => {
  const page = await pageOf("<main id=main></main>");
  const runs = await page.evaluate(`(async () => {
    let runs = 0;
    const cleaning = edge.apply(document, judge(), () => (runs += 1, judge()));
    cleaning.observe();
    const started = performance.now();
    while (performance.now() - started < 8000) {
      main.append(Object.assign(document.createElement("p"), { textContent: "x" }));
      await new Promise((done) => setTimeout(done));
    }
    cleaning.disconnect();
    return runs;
  })()`);
  // Waits of 0.5, 1, 2 and 4 s fit into eight seconds.
  expect(runs).toBeGreaterThanOrEqual(2);
  expect(runs).toBeLessThanOrEqual(4);
});
