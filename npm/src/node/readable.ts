import { readFileSync } from "node:fs";
import type { Given } from "../engine/engine.js";

/** What `init` was given, with `file:` addresses read: Node's `fetch` refuses them. */
export async function readable(input: Given): Promise<Given> {
  const given = await input;
  const address = typeof given === "string" || given instanceof URL ? String(given) : "";
  return address.startsWith("file:") ? readFileSync(new URL(address)) : given;
}
