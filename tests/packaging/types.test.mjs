// The types, as TypeScript reads them in both ways of resolving modules, and as the registries' checkers read them.
import { readFile } from "node:fs/promises";
import test from "node:test";
import { archive, project, published, tool } from "./project.mjs";

const contract = await readFile(new URL("contract.ts.txt", import.meta.url), "utf8");

for (const [resolution, module] of [
  ["bundler", "ESNext"],
  ["node16", "node16"],
]) {
  test(`TypeScript, moduleResolution ${resolution}`, async () => {
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      module,
      moduleResolution: resolution,
      types: [],
    };
    const files = {
      "package.json": JSON.stringify({ name: "consumer", private: true, type: "module" }),
      "tsconfig.json": JSON.stringify({ compilerOptions, files: ["contract.ts"] }),
      "contract.ts": contract,
    };
    await project(files, (_, run) => run(tool("tsc"), ["--project", "."]));
  });
}

test("publint", async () => {
  await project({}, (_, run) => run(tool("publint"), [published, "--strict"]));
});

test("are the types wrong", async () => {
  const packed = await archive();
  // The package is ESM only, as its README says; CommonJS uses a dynamic import.
  await project({}, (_, run) => run(tool("attw"), [packed, "--profile", "esm-only", "--no-color"]));
});
