/** Work shorter than this needs no bar, ms. */
const PATIENCE = 1000;
/** Between two drawings, ms. */
const REDRAW = 100;
/** Characters of the bar. */
const LENGTH = 30;

/** A bar on standard error, for a person who waits at a terminal; in a pipe only the notes are written. */
export class Progress {
  readonly #total: number;
  readonly #started = performance.now();
  #done = 0;
  #drawn = 0;
  #visible = false;

  constructor(total: number) {
    this.#total = total;
  }

  step(): void {
    this.#done += 1;
    const now = performance.now();
    if (!process.stderr.isTTY || now - this.#started < PATIENCE || now - this.#drawn < REDRAW) return;
    this.#drawn = now;
    this.#visible = true;
    const full = Math.round((this.#done / this.#total) * LENGTH);
    const bar = "█".repeat(full) + "░".repeat(LENGTH - full);
    process.stderr.write(`\r${bar} ${this.#done} / ${this.#total}`);
  }

  /** A line of its own above the bar. */
  note(line: string): void {
    this.#clear();
    process.stderr.write(`${line}\n`);
  }

  end(): void {
    this.#clear();
  }

  #clear(): void {
    if (this.#visible) process.stderr.write("\r\x1b[K");
    this.#visible = false;
  }
}
