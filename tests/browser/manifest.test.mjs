import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ENGLISH } from "dehusk/reader";
import { extension } from "./paths.mjs";

const LOCALES = "ar de en es fr hi id ja ko pt_BR ru tr vi zh_CN zh_TW".split(" ");

for (const kind of ["chrome-mv3", "firefox-mv3"]) {
  const folder = () => extension(kind);
  const manifest = () => JSON.parse(readFileSync(join(folder(), "manifest.json"), "utf8"));

  test(`${kind} asks for the page of the moment, scripting, storage and menus, and nothing else`, () => {
    const { permissions, ...rest } = manifest();
    assert.deepEqual(permissions.toSorted(), ["activeTab", "contextMenus", "scripting", "storage"]);
    // For automatic mode; asked for one site at a time, never at install.
    assert.deepEqual(rest.optional_host_permissions, ["*://*/*"]);
    for (const key of [
      "host_permissions",
      "optional_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
    ]) {
      assert.equal(rest[key], undefined, key);
    }
  });

  test(`${kind} lets its pages load nothing from elsewhere`, () => {
    const policy = manifest().content_security_policy.extension_pages;
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /https?:|\*|unsafe-inline|'unsafe-eval'/);
  });

  test(`${kind} writes no markup into any page`, () => {
    const scripts = readdirSync(folder(), { recursive: true }).filter((file) => file.endsWith(".js"));
    assert.ok(scripts.length > 4);
    for (const file of scripts)
      assert.doesNotMatch(
        readFileSync(join(folder(), file), "utf8"),
        /\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write/,
        file,
      );
  });

  test(`${kind} has every text in every language`, () => {
    const locales = join(folder(), "_locales");
    const read = (locale) => JSON.parse(readFileSync(join(locales, locale, "messages.json"), "utf8"));
    const english = read("en");
    for (const [, name] of JSON.stringify(manifest()).matchAll(/__MSG_(\w+)__/g))
      assert.ok(english[name], name);
    assert.deepEqual(readdirSync(locales).toSorted(), LOCALES);
    for (const locale of LOCALES) {
      const messages = read(locale);
      assert.deepEqual(Object.keys(messages), Object.keys(english), locale);
      for (const [name, { message }] of Object.entries(messages)) {
        const of = `${locale}: ${name}`;
        assert.ok(message.trim(), of);
        assert.deepEqual(message.match(/\$\d/g), english[name].message.match(/\$\d/g), of);
      }
      assert.equal(messages.lang.message, locale.replace("_", "-"));
      assert.equal(messages.dir.message, locale === "ar" ? "rtl" : "ltr", locale);
      // What the Chrome Web Store takes, characters.
      assert.ok(messages.description.message.length <= 132, locale);
      assert.ok(messages.name.message.length <= 75, locale);
    }
  });

  test(`${kind} has words for every reason the core gives`, () => {
    const source = readFileSync(new URL("../../src/reason.rs", import.meta.url), "utf8");
    const ids = [...source.matchAll(/=> "([a-z]+)",/g)].map(([, id]) => id);
    assert.ok(ids.length > 10, "the names of the grounds are not where they were");
    const english = JSON.parse(readFileSync(join(folder(), "_locales/en/messages.json"), "utf8"));
    for (const id of ids) assert.ok(english[`why_${id}`], id);
  });

  test(`${kind} has the reader's own words`, () => {
    const english = JSON.parse(readFileSync(join(folder(), "_locales/en/messages.json"), "utf8"));
    for (const [name, words] of Object.entries(ENGLISH)) {
      if (name === "lang") continue;
      assert.equal(english[`reader_${name}`].message, words.replace(/\{\w+\}/, "$1"), name);
    }
  });
}
