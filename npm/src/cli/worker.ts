import { readFileSync, writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { clean, extract } from "../full.js";
import "../node/sync.js";
import { convert, optionsFor, type Wanted } from "./convert.js";
import { decode } from "../decode.js";
import type { Outcome, Task } from "./pool.js";

const wanted = workerData as Wanted;

parentPort?.on("message", (task: Task) => {
  void outcomeOf(task).then((outcome) => parentPort?.postMessage(outcome));
});

async function outcomeOf(task: Task): Promise<Outcome> {
  try {
    return "file" in task ? await convertFile(task) : convertRecord(task);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if ("file" in task) return { status: "failed", reason };
    const { url, date } = task;
    return { status: "failed", reason, line: JSON.stringify({ url, date, error: reason }) };
  }
}

async function convertFile({ file, target }: Extract<Task, { file: string }>): Promise<Outcome> {
  // A thread that waits for its file has nothing else to do: a detour over other threads only costs.
  const made = await convert(decode(readFileSync(file)), wanted);
  if (made === null) return { status: "nothing" };
  writeFileSync(target, made);
  return { status: "written" };
}

function convertRecord({ bytes, charset, url, date }: Exclude<Task, { file: string }>): Outcome {
  const html = decode(bytes, charset);
  const options = { ...optionsFor(wanted), url };
  const result =
    wanted.mode === "clean" ? { page: clean(html, options) } : { article: extract(html, options) };
  return {
    status: result.article === null ? "nothing" : "written",
    line: JSON.stringify({ url, date, ...result }),
  };
}
