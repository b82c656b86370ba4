import { afterAll, beforeAll, expect, test } from "vitest";
import { startChromium, type Chromium } from "./browser.js";

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

/** Flags and box of each element with an id, captured in a real page. */
async function layoutOf(html: string, prepare = "") {
  const page = await chromium.open(`<!doctype html><style>body{margin:0}</style>${html}`);
  return page.evaluate(async (script) => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    await new Function(`return (async () => { ${script} })()`)();
    const before = document.documentElement.outerHTML;
    const { columns, nodes } = edge.capture(document);
    if (document.documentElement.outerHTML !== before) throw new Error("capture changed the page");
    let box = 0;
    const found: Record<string, { flags: number; rect?: number[] }> = {};
    nodes.forEach((node, row) => {
      const flags = columns.flags[row] ?? 0;
      const rect = (flags & 512) === 0 ? undefined : [...columns.rect.slice(4 * box, 4 * ++box)];
      const id = node instanceof Element || "id" in node ? (node as Element).id : "";
      if (id !== "") found[id] = rect === undefined ? { flags } : { flags: flags & ~512, rect };
    });
    if (box * 4 !== columns.rect.length) throw new Error("boxes and rows are out of step");
    return found;
  }, prepare);
}

const HIDDEN = 1;

test("what is not rendered is marked at its top only, and has no box", async () => {
  const found = await layoutOf(`
    <div id=none style="display:none"><p id=in>x</p></div>
    <div id=invisible style="visibility:hidden">x</div>
    <div id=clear style="opacity:0"><p id=inclear>x</p></div>
    <div id=attr hidden>x</div>
    <p>a <span id=span style="display:none">b</span></p>
    <div id=contents style="display:contents"><p id=incontents>x</p></div>
    <details><summary>s</summary><p id=closed>x</p></details>
    <div id=seen>x</div>`);
  for (const id of ["none", "invisible", "clear", "attr", "span"])
    expect(found[id], id).toEqual({ flags: HIDDEN });
  for (const id of ["in", "inclear", "closed"]) expect(found[id], id).toEqual({ flags: 0 });
  for (const id of ["contents", "incontents", "seen"]) expect(found[id]?.flags, id).toBe(0);
  expect(found["seen"]?.rect).toBeDefined();
});

test("a page that hides all of itself is read as if it had no layout", async () => {
  const found = await layoutOf("<style>body{opacity:0}</style><div id=a>x</div>");
  expect(found["a"]).toEqual({ flags: 0 });
});

test("boxes are counted from the page's top left, wherever it is scrolled to", async () => {
  const found = await layoutOf(
    `<div style="height:3000px"></div><div id=box style="width:200px;height:50px;margin-left:30px">x</div>`,
    "scrollTo(0, 1234)",
  );
  expect(found["box"]?.rect).toEqual([30, 3000, 200, 50]);
});

test("what lies in more than 128 levels is taken to look like what it lies in", async () => {
  const nested = (levels: number, inside: string) => "<div>".repeat(levels) + inside;
  // `html` is at level 0, the first `div` at 2.
  const found = await layoutOf(
    nested(126, `<div id=last>x<div id=below style="display:none">y</div></div>`) + "</div>".repeat(126),
  );
  expect(found["last"]?.rect).toBeDefined();
  expect(found["below"]).toEqual({ flags: 0 });
});

test("fixed and sticky blocks in the window are found", async () => {
  const found = await layoutOf(`
    <header id=sticky style="position:sticky;top:0;height:40px">x</header>
    <div id=fixed style="position:fixed;bottom:0;height:60px;width:100%">x</div>
    <div id=plain style="position:relative;height:9000px">x</div>`);
  expect(found["sticky"]?.flags).toBe(4);
  expect(found["fixed"]?.flags).toBe(2);
  expect(found["plain"]?.flags).toBe(0);
});

test("same-origin frames are entered, their boxes placed on the page", async () => {
  const found = await layoutOf(
    `<div style="height:100px"></div>
     <iframe id=frame style="margin-left:50px;border:0;width:300px;height:200px"
       srcdoc="<body style='margin:0'><div id=inner style='height:20px'>x</div>"></iframe>
     <iframe id=foreign src="data:text/html,<p id=unseen>x"></iframe>`,
    `const frame = document.querySelector("iframe");
     while (!frame.contentDocument.querySelector("#inner")) await new Promise((f) => setTimeout(f, 20));`,
  );
  expect(found["frame"]?.flags).toBe(1024);
  expect(found["inner"]?.rect).toEqual([50, 100, 300, 20]);
  expect(found["foreign"]?.flags).toBe(0);
  expect(found["unseen"]).toBeUndefined();
});

test("open popovers and modal dialogs are marked", async () => {
  const found = await layoutOf(
    `<div id=pop popover=manual>x</div><div id=shut popover>x</div><dialog id=dialog>x</dialog>`,
    `pop.showPopover(); dialog.showModal();`,
  );
  expect((found["pop"]?.flags ?? 0) & 64).toBe(64);
  expect(found["shut"]?.flags).toBe(HIDDEN);
  expect((found["dialog"]?.flags ?? 0) & 64).toBe(64);
});

test("20,000 nested blocks and clobbered documents are read", async () => {
  const found = await layoutOf(
    "<img name=documentElement><img name=body><img name=querySelectorAll><p id=p>x</p>",
    `let at = document.createElement("div");
     at.hidden = true; // Laying out such a chain is beyond the browser itself.
     p.after(at);
     for (let level = 0; level < 20000; level += 1) at = at.appendChild(document.createElement("b"));`,
  );
  expect(found["p"]?.flags).toBe(0);
});
