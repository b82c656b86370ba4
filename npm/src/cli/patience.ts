import { Worker } from "node:worker_threads";

/** Shorter pages are done before anybody asks, bytes: a tenth of a second's work on a small machine. */
const LARGE = 1 << 20;
/** Silence longer than this makes people doubt, ms. */
const SILENCE = 1000;

// In a thread of its own, because the engine does not pause to say anything.
const SAY = `
const { writeSync } = require("node:fs");
const { file, size, silence } = require("node:worker_threads").workerData;
setTimeout(() => writeSync(2, \`dehusk: reading \${file} (\${size} MB) …\\n\`), silence);
`;

/** Says on standard error that a large page is being read, once that takes over a second. Gives what ends it. */
export function patience(file: string, bytes: number): () => void {
  if (bytes < LARGE) return () => undefined;
  const workerData = {
    file: file === "-" ? "standard input" : file,
    size: Math.round(bytes / 1e6),
    silence: SILENCE,
  };
  const worker = new Worker(SAY, { eval: true, workerData });
  worker.unref();
  return () => void worker.terminate();
}
