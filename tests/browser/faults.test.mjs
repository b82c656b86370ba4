// What storage holds, refuses or loses must cost a person nothing they have kept. Only Chromium lets a test into it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { session } from "./session.mjs";
import { openOptions, pick } from "./suite/own-pages.mjs";
import { closeReader, inReader, openReader, press, reader, restore, until } from "./suite/page.mjs";
import { FIRST, LAST } from "./suite/pages.mjs";

/** What no version of the extension has ever written. */
const JUNK = [null, 0, -1, 1e300, "", "junk", [], [null], {}, { keep: 7, hide: null, allow: 1, block: {} }];
const ODD_MEMORY = {
  place: "far",
  highlights: [null, 7, { start: 9, end: 3, text: "x" }, { start: 0, end: 1e9, text: {} }, []],
  at: "never",
};
const ODD_SETTINGS = {
  version: "2",
  reader: { theme: {}, size: 1e9, width: null, font: "legible", voice: [], paper: "url(x)", focus: 7 },
  click: "fly",
  auto: null,
  strictness: "NaN",
  hide: [null, "spam", "nonsense"],
};

const { driver, server } = await session();
beforeEach(() =>
  driver.background(() => Promise.all([chrome.storage.sync.clear(), chrome.storage.local.clear()])),
);

const put = (area, items) =>
  driver.background(([where, what]) => chrome.storage[where].set(what), [area, items]);
const get = (area, keys = null) =>
  driver.background(([where, what]) => chrome.storage[where].get(what), [area, keys]);
const key = () => `read:${server.url("rich")}`;
const said = () => driver.evaluate(() => document.getElementById("said").textContent);
const notice = () => inReader(driver, (root) => root.querySelector(".notice").textContent);
const marked = (tab = driver) =>
  inReader(tab, (root) => [...root.querySelectorAll(".prose mark")].map(({ textContent }) => textContent));

/** Highlights letters of the first paragraph. */
async function highlight(start, end, tab = driver) {
  await inReader(
    tab,
    (root, [from, to]) => {
      const text = document.createTreeWalker(root.querySelector(".prose p"), NodeFilter.SHOW_TEXT);
      let [node, at] = [text.nextNode(), 0];
      while (at + node.length < to) [at, node] = [at + node.length, text.nextNode()];
      getSelection().setBaseAndExtent(node, from - at, node, to - at);
    },
    [start, end],
  );
  await tab.press("h");
}

/** Fills an area until it refuses; what is kept in it stays. */
const fill = (area) =>
  driver.background(async (where) => {
    for (let size = where === "sync" ? 8000 : 1_000_000; size > 0; size = Math.floor(size / 2)) {
      for (let at = 0; ; at += 1) {
        const full = await chrome.storage[where].set({ [`fill-${size}-${at}`]: "x".repeat(size) }).then(
          () => false,
          () => true,
        );
        if (full) break;
      }
    }
  }, area);

test("whoever changes looks faster than storage takes them gets the last ones kept", async () => {
  await driver.goto(server.url("rich"));
  await openReader(driver);
  // Chromium takes 120 writes a minute; this comes first, before other tests have made some.
  for (let at = 0; at < 150; at += 1) await driver.press("+", "-");
  await driver.press("+");
  const size = async () => (await get("sync", "settings")).settings?.reader.size;
  await until("the last size", async () => (await size()) === 3);
  assert.equal(await notice(), "");
  // What is still on its way when the page is left comes home.
  await driver.press("-", "-");
  await driver.goto("about:blank");
  await until("the last size", async () => (await size()) === 1);
});

test("whatever storage holds, a page can be read, marked and given back", async () => {
  await driver.goto(server.url("rich"));
  const host = `site:${new URL(server.url("rich")).host}`;
  for (const junk of [...JUNK, ODD_MEMORY, ODD_SETTINGS]) {
    const what = JSON.stringify(junk);
    await put("sync", { settings: junk, reader: junk, auto: junk, [host]: junk });
    await put("local", { lists: junk, [key()]: junk });
    const { text, theme } = await openReader(driver);
    assert.ok(text.includes(FIRST) && text.includes(LAST), what);
    assert.equal(theme, "auto", what);
    await highlight(4, 14);
    await until(`the highlight to be kept after ${what}`, async () => {
      const { [key()]: kept } = await get("local", key());
      return kept?.highlights?.at(0)?.text === "lighthouse";
    });
    await press(driver, "larger");
    await until(
      `the setting to be kept after ${what}`,
      async () => (await get("sync", "settings")).settings?.reader?.size === 3,
    );
    await restore(driver);
    await openOptions(driver);
    await driver.goto(server.url("rich"));
  }
  assert.deepEqual(driver.errors, []);
});

test("a highlight finds room where storage is full of places, and says so where there is none", async () => {
  await driver.goto(server.url("rich"));
  await openReader(driver);
  await put("local", {
    "read:https://a.example/": { place: 3, highlights: [{ start: 0, end: 1, text: "a" }], at: 1 },
  });
  await driver.background(async () => {
    const place = (at, size) => ({
      [`read:https://b.example/${at}${"x".repeat(size)}`]: { place: 3, highlights: [], at },
    });
    for (let size = 1_000_000; size > 0; size = Math.floor(size / 2))
      for (let at = 0; at < 20; at += 1)
        await chrome.storage.local.set(place(at, size)).catch(() => undefined);
  });
  await highlight(4, 14);
  await until(
    "the highlight to be kept",
    async () => (await get("local", key()))[key()]?.highlights.length === 1,
  );
  const { "read:https://a.example/": other } = await get("local", "read:https://a.example/");
  assert.equal(other.highlights.length, 1, "other highlights stay");

  await fill("local");
  await highlight(15, 21);
  await until("it to be said", async () => /could not be kept/.test(await notice()));
  assert.deepEqual(await marked(), ["lighthouse", "keeper"], "it is there as long as the reader is");
  assert.equal((await get("local", key()))[key()].highlights.length, 1, "what was kept is kept");
});

test("settings that do not fit leave the old ones, and it is said", async () => {
  await put("sync", {
    settings: { version: 2, strictness: 0.8 },
    "site:a.example": { keep: ["#a"], hide: [] },
  });
  await fill("sync");
  const before = await get("sync");
  await openOptions(driver);
  const file = {
    dehusk: "settings",
    settings: {},
    sites: { "b.example": { keep: ["#b"], hide: ["x".repeat(3000)] } },
  };
  await pick(driver, "import-file", "settings.json", JSON.stringify(file));
  await until("it to be said", async () => /could not be kept/.test(await said()));
  assert.deepEqual(await get("sync"), before);
});

test("where the old settings cannot be read no change writes over them", async () => {
  await put("sync", {
    settings: { version: 2, strictness: 0.8, click: "panel" },
    auto: { allow: ["*://a.example/*"], block: [] },
  });
  const before = await get("sync");
  await driver.background(() => {
    globalThis.get = chrome.storage.sync.get;
    chrome.storage.sync.get = () => Promise.reject(new Error("no answer"));
  });
  await openOptions(driver);
  await driver.evaluate(() => document.getElementById("hide-ad").click());
  await until("it to be said", async () => /could not be kept/.test(await said()));
  await driver.background(() => {
    chrome.storage.sync.get = globalThis.get;
  });
  assert.deepEqual(await get("sync"), before);
});

test("changes made at the same moment are all kept", async () => {
  await openOptions(driver);
  const answers = await driver.evaluate(() =>
    Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        chrome.runtime.sendMessage(
          at % 2 === 0
            ? { type: "rule", which: "hide", selector: `#a${at}` }
            : { type: "settings", part: at % 4 === 1 ? { strictness: 0.8 } : { click: "panel" } },
        ),
      ),
    ),
  );
  assert.ok(answers.every((kept) => kept === true));
  const { settings, [`site:${driver.id}`]: rules } = await get("sync");
  assert.deepEqual(rules.hide, ["#a0", "#a2", "#a4", "#a6", "#a8", "#a10", "#a12", "#a14", "#a16", "#a18"]);
  assert.deepEqual([settings.strictness, settings.click], [0.8, "panel"]);
});

test("a site has room for rules without end: the newest stay", async () => {
  await openOptions(driver);
  const long = (at) => `#r${at} ${"é".repeat(200)}`;
  for (let at = 0; at < 30; at += 1)
    assert.equal(
      await driver.evaluate(
        (selector) => chrome.runtime.sendMessage({ type: "rule", which: "hide", selector }),
        long(at),
      ),
      true,
    );
  const { [`site:${driver.id}`]: rules } = await get("sync");
  assert.ok(rules.hide.length > 5);
  assert.deepEqual(rules.hide, Array.from({ length: 30 }, (_, at) => long(at)).slice(-rules.hide.length));
  const room = await driver.background(() => chrome.storage.sync.QUOTA_BYTES_PER_ITEM);
  assert.ok(JSON.stringify(rules).length < room);
});

test("a file written by a stranger changes nothing but settings, and those to sane ones", async () => {
  await openOptions(driver);
  const take = async (content, pattern) => {
    await driver.evaluate(() => void (document.getElementById("said").textContent = ""));
    await pick(driver, "import-file", "settings.json", content);
    await until(`an answer to ${content.slice(0, 60)}`, async () => (await said()) !== "");
    assert.match(await said(), pattern, content.slice(0, 60));
  };
  const ours = (parts) => JSON.stringify({ dehusk: "settings", ...parts });
  await take(
    ours({ settings: { strictness: 0.8 }, sites: { "a.example": { keep: ["#a"], hide: [] } } }),
    /taken over/,
  );
  const mine = await get("sync");
  for (const none of [
    "",
    "{",
    "null",
    "7",
    '"dehusk"',
    "[]",
    "{}",
    '{"dehusk":"other"}',
    "[".repeat(100_000),
    ours({ pad: "x".repeat(1_000_000) }),
  ]) {
    await take(none, /holds no settings/);
    assert.deepEqual(await get("sync"), mine);
  }
  for (const parts of [
    { settings: null, auto: null, sites: null },
    { settings: [], auto: "x", sites: "abc" },
    {
      settings: ODD_SETTINGS,
      auto: { allow: [7, "<all_urls>", "file:///*", "*://*/*x:y", "javascript:1"] },
      sites: { "a.example": null, "b.example": 7 },
    },
    { sites: JSON.parse('{"__proto__":{"keep":["#a"]},"constructor":{"hide":["#b"]}}') },
    {
      sites: Object.fromEntries(
        Array.from({ length: 300 }, (_, at) => [`s${at}.example`, { keep: [], hide: [] }]),
      ),
    },
  ]) {
    await take(ours(parts), /taken over/);
    const { settings, auto, ...sites } = await get("sync");
    assert.equal(settings.strictness, 0.5);
    assert.equal(settings.click, "reader");
    assert.ok(
      auto.allow.every((pattern) => /^(\*|https?):\/\//.test(pattern)),
      auto.allow.join(),
    );
    assert.ok(Object.values(sites).every(({ keep, hide }) => keep.length + hide.length > 0));
    assert.equal({}.keep, undefined);
  }
  await driver.goto(server.url("rich"));
  await openReader(driver);
  await restore(driver);
});

test("one site that the browser does not know stops automatic mode on no other", async () => {
  await driver.allowHosts("*://127.0.0.1/*");
  await openOptions(driver);
  // Only a person can ask for permissions.
  await driver.evaluate(() => document.getElementById("auto-site").focus());
  await driver.type("127.0.0.1");
  await driver.evaluate(() => document.getElementById("auto-add").focus());
  await driver.press("Enter");
  await until("the site to be kept", async () => (await get("sync", "auto")).auto?.allow.length === 1);
  await put("sync", {
    auto: { allow: ["*://[/*", "*://127.0.0.1/*", "*://a b/*"], block: ["*://[/*", "*://*.example/*"] },
  });
  const scripts = () => driver.background(() => chrome.scripting.getRegisteredContentScripts());
  const [script] = await until("the script", async () => {
    const now = await scripts();
    return now[0]?.excludeMatches?.length === 1 && now;
  });
  assert.deepEqual([script.matches, script.excludeMatches], [["*://127.0.0.1/*"], ["*://*.example/*"]]);
  await driver.goto(server.url("rich"));
  await until("the reader without a click", () => reader(driver));
  await restore(driver);
  await put("sync", { auto: { allow: [], block: [] } });
  await until("no script", async () => (await scripts()).length === 0);
});

test("an article that is open twice keeps the highlights of both", async () => {
  await driver.goto(`${server.url("rich")}#one`);
  await openReader(driver);
  const other = await driver.another();
  await other.goto(`${server.url("rich")}#other`);
  await openReader(other);
  await highlight(4, 14);
  await until("the other to show it", async () => (await marked(other)).join() === "lighthouse");
  await highlight(15, 21, other);
  await until("the first to show the new one", async () => (await marked()).join() === "lighthouse,keeper");
  assert.deepEqual(
    (await get("local", key()))[key()].highlights.map(({ text }) => text),
    ["lighthouse", "keeper"],
  );
  await other.page.close();
  await driver.page.bringToFront();
  await restore(driver);
});

test("a highlight whose text is gone for today is kept for another day", async () => {
  const gone = { start: 5, end: 30, text: "words of another version" };
  await put("local", { [key()]: { place: 0, highlights: [gone], at: 1 } });
  await driver.goto(server.url("rich"));
  await openReader(driver);
  assert.deepEqual(await marked(), []);
  await highlight(4, 14);
  await until(
    "the new one to be kept",
    async () => (await get("local", key()))[key()].highlights.length === 2,
  );
  assert.deepEqual(
    (await get("local", key()))[key()].highlights.map(({ text }) => text),
    ["lighthouse", gone.text],
  );
  await restore(driver);
});

test("a filter list whose rules are lost or damaged hides nothing and stops nothing", async () => {
  const info = { id: "lost", name: "Lost", address: null, rules: 3, updated: "2026-01-01T00:00:00Z" };
  for (const compiled of [undefined, new Uint8Array(0), new Uint8Array([1, 2, 3, 4]), "text"]) {
    await driver.background(
      ([bytes]) =>
        new Promise((done, failed) => {
          const request = indexedDB.open("keyval-store");
          request.onupgradeneeded = () => request.result.createObjectStore("keyval");
          request.onerror = failed;
          request.onsuccess = () => {
            const store = request.result.transaction("keyval", "readwrite").objectStore("keyval");
            const write =
              bytes === null
                ? store.delete("lost")
                : store.put(Array.isArray(bytes) ? new Uint8Array(bytes) : bytes, "lost");
            write.onsuccess = done;
            write.onerror = failed;
          };
        }).then(() => undefined),
      [compiled === undefined ? null : typeof compiled === "string" ? compiled : [...compiled]],
    );
    await put("local", { lists: [{ ...info, updated: new Date().toISOString() }] });
    await driver.goto(server.url("rich"));
    const { text } = await openReader(driver);
    assert.ok(text.includes(FIRST) && text.includes(LAST));
    await closeReader(driver);
    await restore(driver);
  }
});
