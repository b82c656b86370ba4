import { appendFileSync, readFileSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";

// https://github.com/google/leveldb/blob/main/doc/log_format.md: blocks of records, and no header across the end of a block.
const BLOCK = 32_768;
const HEADER = 7;
const FULL = 1;
const LAST = 4;

/**
 * Cuts off what a killed browser wrote by half at the end of its storage's logs; returns how many logs had such an end.
 *
 * Chromium goes on writing behind it, and when it starts the next time takes all that follows in that block for damaged: whatever
 * any extension wrote in between is gone. No extension can see or prevent it, so a test of ours must not count it.
 */
export const mendTornLogs = (profile) => logsIn(profile).filter(mend).length;

/** Leaves the end that a kill leaves between the two writes of a record: a header without its text. */
export const tearLog = (profile) =>
  appendFileSync(logsIn(profile)[0], Buffer.from([0, 0, 0, 0, 100, 0, FULL]));

const logsIn = (profile) =>
  readdirSync(join(profile, "Default"), { recursive: true })
    .filter((path) => path.includes("Extension Settings") && path.endsWith(".log"))
    .map((path) => join(profile, "Default", path));

function mend(path) {
  const log = readFileSync(path);
  const whole = wholeLength(log);
  if (whole < log.length) truncateSync(path, whole);
  return whole < log.length;
}

/** Bytes of a log up to the end of its last whole entry. */
function wholeLength(log) {
  let whole = 0;
  let at = 0;
  while (at + HEADER <= log.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    const type = log[at + 6];
    at += HEADER + log.readUInt16LE(at + 4);
    if ((type === FULL || type === LAST) && at <= log.length) whole = at;
  }
  return whole;
}
