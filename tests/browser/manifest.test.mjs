import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { extension } from "./paths.mjs";

for (const kind of ["chrome-mv3", "firefox-mv3"]) {
  const folder = () => extension(kind);
  const manifest = () => JSON.parse(readFileSync(join(folder(), "manifest.json"), "utf8"));

  test(`${kind} asks for the page of the moment, scripting and storage, and nothing else`, () => {
    const { permissions, ...rest } = manifest();
    assert.deepEqual(permissions.toSorted(), ["activeTab", "scripting", "storage"]);
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

  test(`${kind} has a text for every message it uses`, () => {
    const english = JSON.parse(readFileSync(join(folder(), "_locales/en/messages.json"), "utf8"));
    for (const [, name] of JSON.stringify(manifest()).matchAll(/__MSG_(\w+)__/g))
      assert.ok(english[name], name);
    for (const [name, { message }] of Object.entries(english)) assert.ok(message.trim(), name);
  });
}
