// What the archive holds: every kind of file has its reason, and nothing else may slip in.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { archive, project, published } from "./project.mjs";

/** Names in the package, and why they are there. */
const REASONS = [
  [/^package\.json$/, "npm reads it"],
  [/^README\.md$/, "the registry shows it"],
  [/^LICENSE-(MIT|APACHE)$/, "both licences ask to be handed on"],
  [/^dist\/[\w/-]+\.js$/, "the code, a module per file so that bundlers leave out what is not used"],
  [/^dist\/[\w/-]+\.d\.ts$/, "its types"],
  [/^dist\/dehusk\.1$/, "the manual page"],
  [/^wasm\/(full|live)\/dehusk\.(js|d\.ts)$/, "what calls the engine, and its types"],
  [/^wasm\/(full|live)\/dehusk_bg\.wasm$/, "the engine, with the HTML parser and without"],
];

/** Most bytes of the archive: three engines of at most 600 KB (full, live, inlined) and the code. */
const MOST_BYTES = 2_000_000;

async function names() {
  return project({}, async (folder, run) =>
    (await run("tar", ["tzf", await archive()]))
      .trim()
      .split("\n")
      .map((name) => path.relative("package", name)),
  );
}

test("every file of the archive has its reason", async () => {
  const found = await names();
  assert.deepEqual(
    found.filter((name) => !REASONS.some(([pattern]) => pattern.test(name))),
    [],
  );
  for (const [pattern, reason] of REASONS)
    assert.ok(
      found.some((name) => pattern.test(name)),
      `nothing for “${reason}”`,
    );
  const { size } = await stat(await archive());
  assert.ok(size < MOST_BYTES, `${size} bytes`);
});

test("every entry of package.json is a file; nothing is depended on or run at install", async () => {
  const manifest = JSON.parse(await readFile(path.join(published, "package.json"), "utf8"));
  const files = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(files));
  for (const file of files([manifest.exports, manifest.bin, manifest.man]))
    assert.ok(existsSync(path.join(published, file)), file);
  assert.equal(manifest.dependencies, undefined);
  for (const script of ["preinstall", "install", "postinstall"])
    assert.equal(manifest.scripts?.[script], undefined);
});
