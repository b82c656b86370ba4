/** Work shorter than this needs no word, ms. */
const PATIENCE = 1000;
/** Between two drawings of the bar at a terminal, ms. */
const REDRAW = 100;
/** Between two lines where standard error is a file or a pipe, ms. */
const RELINE = 10_000;
/** Characters of the bar. */
const LENGTH = 30;

/** How far the work is, on standard error, once it takes over a second: a bar at a terminal, else a line now and then. */
export class Progress {
  readonly #what: string;
  readonly #total: number | undefined;
  readonly #started = performance.now();
  #done = 0;
  #said = 0;
  #visible = false;

  /** `total` is left out where nobody knows it. */
  constructor(what: string, total?: number) {
    this.#what = what;
    this.#total = total;
  }

  step(): void {
    this.#done += 1;
    const now = performance.now();
    const pause = process.stderr.isTTY ? REDRAW : RELINE;
    if (now - this.#started < PATIENCE || (this.#said > 0 && now - this.#said < pause)) return;
    this.#said = now;
    const count = `${this.#done}${this.#total === undefined ? "" : ` / ${this.#total}`} ${this.#what}`;
    if (!process.stderr.isTTY) {
      process.stderr.write(`dehusk: ${count}\n`);
      return;
    }
    this.#visible = true;
    process.stderr.write(`\r${this.#bar()}${count}`);
  }

  /** A line of its own above the bar. */
  note(line: string): void {
    this.#clear();
    process.stderr.write(`${line}\n`);
  }

  end(): void {
    this.#clear();
  }

  #bar(): string {
    if (this.#total === undefined) return "";
    const full = Math.round((this.#done / this.#total) * LENGTH);
    return `${"█".repeat(full)}${"░".repeat(LENGTH - full)} `;
  }

  #clear(): void {
    if (this.#visible) process.stderr.write("\r\x1b[K");
    this.#visible = false;
  }
}
