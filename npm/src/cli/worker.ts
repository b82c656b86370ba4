import { readFile, writeFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import init from "../node/index.js";
import { convert, type Wanted } from "./convert.js";
import { decode } from "./decode.js";
import type { Outcome, Task } from "./many.js";

const wanted = workerData as Wanted;
await init();

parentPort?.on("message", (task: Task) => {
  void outcomeOf(task).then((outcome) => parentPort?.postMessage(outcome));
});

async function outcomeOf({ file, target }: Task): Promise<Outcome> {
  try {
    const bytes = await readFile(file);
    const text = convert(decode(bytes), wanted);
    if (text === null) return { file, status: "nothing" };
    await writeFile(target, text);
    return { file, status: "written" };
  } catch (error) {
    return { file, status: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}
