import { expect, test, vi } from "vitest";
import { Engine } from "../src/engine/engine.js";
import type { RawLive } from "../src/engine/raw.js";

// The smallest module: magic number and version.
const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Glue whose instance is alive until it traps, as wasm-bindgen's is. */
function fakeGlue() {
  let alive = false;
  let memory = new WebAssembly.Memory({ initial: 1 });
  const raw = {
    initSync: vi.fn(() => {
      alive = true;
      return { memory };
    }),
    __wbg_reset_state: vi.fn(() => {
      alive = true;
      memory = new WebAssembly.Memory({ initial: 1 });
    }),
    /** Reads a page that takes `pages` times 64 KiB. */
    grow: (pages: number) => memory.grow(pages),
    version() {
      if (!alive) throw new Error("called on a dead instance");
      return "0";
    },
    trap() {
      alive = false;
      throw new WebAssembly.RuntimeError("unreachable");
    },
    Live: undefined as unknown as RawLive["Live"],
  };
  return raw satisfies RawLive;
}

test("calls before init are refused", () => {
  const engine = new Engine(fakeGlue());
  expect(() => engine.call((raw) => raw.version())).toThrow(
    expect.objectContaining({ code: "NOT_INITIALISED" }),
  );
});

test("init starts once, whatever it is given and however often", async () => {
  const raw = fakeGlue();
  const engine = new Engine(raw);
  const locate = vi.fn(() => EMPTY);
  await Promise.all([engine.init(undefined, locate), engine.init(EMPTY, locate)]);
  await engine.init(await WebAssembly.compile(EMPTY), locate);
  expect(locate).toHaveBeenCalledTimes(1);
  expect(raw.initSync).toHaveBeenCalledTimes(1);
  expect(engine.call((glue) => glue.version())).toBe("0");
});

test.each([
  ["bytes", () => EMPTY],
  ["a buffer", () => EMPTY.buffer],
  ["a module", () => WebAssembly.compile(EMPTY)],
  ["a response", () => new Response(EMPTY, { headers: { "content-type": "application/wasm" } })],
  ["a response of another type", () => new Response(EMPTY, { headers: { "content-type": "text/plain" } })],
  ["an address", () => new URL(`data:application/wasm;base64,${Buffer.from(EMPTY).toString("base64")}`)],
])("init takes %s", async (_, input) => {
  const raw = fakeGlue();
  await new Engine(raw).init(input(), () => EMPTY);
  expect(raw.initSync).toHaveBeenCalledWith({ module: expect.any(WebAssembly.Module) as WebAssembly.Module });
});

test("a failed start says why and may be tried again", async () => {
  const engine = new Engine(fakeGlue());
  const missing = () => engine.init(new Response("no", { status: 404 }), () => EMPTY);
  await expect(missing()).rejects.toMatchObject({ code: "NOT_INITIALISED", message: /404/ });
  await expect(engine.init(new Uint8Array([1, 2, 3]), () => EMPTY)).rejects.toMatchObject({
    name: "DehuskError",
  });
  await engine.init(undefined, () => EMPTY);
  expect(engine.call((raw) => raw.version())).toBe("0");
});

test("a trap becomes an error, the instance is replaced, the next call works", async () => {
  const raw = fakeGlue();
  const engine = new Engine(raw);
  await engine.init(EMPTY, () => EMPTY);
  expect(() => engine.call((glue) => glue.trap())).toThrow(
    expect.objectContaining({ code: "CRASHED", cause: expect.any(WebAssembly.RuntimeError) as Error }),
  );
  expect(raw.__wbg_reset_state).toHaveBeenCalledTimes(1);
  expect(engine.call((glue) => glue.version())).toBe("0");
});

test("what the core refuses is an error of its own, and nothing is replaced", async () => {
  const raw = fakeGlue();
  const engine = new Engine(raw);
  await engine.init(EMPTY, () => EMPTY);
  const refuse = () => {
    // The core throws plain objects.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw { code: "BAD_OPTION", message: "No." };
  };
  expect(() => engine.call(refuse)).toThrow(
    expect.objectContaining({ name: "DehuskError", code: "BAD_OPTION", message: "No." }),
  );
  expect(raw.__wbg_reset_state).not.toHaveBeenCalled();
});

test("what is no wasm at all is a bad option", async () => {
  const engine = new Engine(fakeGlue());
  await expect(engine.init(7, () => EMPTY)).rejects.toMatchObject({ code: "BAD_OPTION" });
});

test("an instance that grew large is replaced after the call, a usual one is kept", async () => {
  const raw = fakeGlue();
  const engine = new Engine(raw);
  await engine.init(EMPTY, () => EMPTY);
  engine.call((glue) => glue.grow(1000));
  expect(raw.__wbg_reset_state).not.toHaveBeenCalled();
  engine.call((glue) => glue.grow(3000));
  expect(raw.__wbg_reset_state).toHaveBeenCalledTimes(1);
  expect(raw.initSync().memory.buffer.byteLength).toBe(1 << 16);
});

test("where the wasm is at hand the first call starts it", () => {
  const raw = fakeGlue();
  const engine = new Engine(raw);
  engine.startWith(() => EMPTY);
  expect(engine.call((glue) => glue.version())).toBe("0");
  expect(engine.call((glue) => glue.version())).toBe("0");
});
