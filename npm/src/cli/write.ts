import { writeSync } from "node:fs";

/** Pause before a full pipe is tried again, ms. */
const PAUSE = 5;

/** Writes all of a text or of bytes to a file descriptor; false where the reader has closed the pipe: who does so has read enough. */
export function write(fd: number, what: string | Uint8Array): boolean {
  const bytes = typeof what === "string" ? Buffer.from(what) : what;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return false;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
  return true;
}
