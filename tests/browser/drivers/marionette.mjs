import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/*
 * A small client for Marionette, the remote protocol that Firefox brings along: no driver program is needed.
 * On the wire: `LENGTH:JSON`, with `[0, id, command, parameters]` one way and `[1, id, error, result]` the other.
 */

/** Nothing of a fresh profile may call home or stand in the way. */
const PREFERENCES = {
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.safebrowsing.provider.mozilla.updateURL": "",
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
};

/** How long Firefox may take to open its port, ms: a cold start on a loaded machine. */
const START_LIMIT = 60_000;
/** How long it may take to go, ms, before it is killed. */
const QUIT_LIMIT = 8_000;
/** How long a script may run, ms. */
const SCRIPT_LIMIT = 30_000;

/** Starts Firefox headless with a new profile. */
export async function start(binary) {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), "dehusk-firefox-"));
  const preferences = Object.entries({ ...PREFERENCES, "marionette.port": port });
  const lines = preferences.map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const options = [
    "--headless",
    "--marionette",
    "--remote-allow-system-access",
    "--no-remote",
    "--profile",
    profile,
  ];
  const firefox = spawn(binary, options, {
    stdio: "ignore",
    env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: "1" },
  });
  const socket = await connected(port, firefox);
  const send = protocol(socket);
  await send("WebDriver:NewSession", { capabilities: {} });

  const script = async (body, args) => {
    const wrapped = `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const parameters = { script: wrapped, args, newSandbox: true, scriptTimeout: SCRIPT_LIMIT };
    const { value: result } = await send("WebDriver:ExecuteAsyncScript", parameters);
    if (result?.error !== undefined) throw new Error(result.error);
    return result?.value;
  };
  return {
    send,
    /** Runs a function body on the page, with `args`. */
    content: script,
    /** Runs a function body in the browser's own window. */
    async chrome(body, ...args) {
      await send("Marionette:SetContext", { value: "chrome" });
      try {
        return await script(body, args);
      } finally {
        await send("Marionette:SetContext", { value: "content" });
      }
    },
    async quit() {
      const gone = new Promise((resolve) => firefox.once("exit", resolve));
      // The answer may be lost with the process.
      send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
      const late = setTimeout(() => firefox.kill("SIGKILL"), QUIT_LIMIT);
      await gone;
      clearTimeout(late);
      socket.destroy();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function connected(port, firefox) {
  const end = Date.now() + START_LIMIT;
  for (;;) {
    const socket = await new Promise((resolve) => {
      const trial = connect(port, "127.0.0.1", () => resolve(trial));
      trial.once("error", () => resolve(undefined));
    });
    if (socket !== undefined) return socket;
    if (firefox.exitCode !== null || Date.now() > end)
      throw new Error("Firefox did not open its Marionette port.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Frames messages and gives each command a promise. */
function protocol(socket) {
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let last = 0;
  socket.on("data", (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(":");
      const length = Number(buffer.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const message = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length));
      buffer = buffer.subarray(colon + 1 + length);
      // The first message is a greeting.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(result);
    }
  });
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const json = JSON.stringify([0, last, command, parameters]);
      socket.write(`${Buffer.byteLength(json)}:${json}`);
    });
}
