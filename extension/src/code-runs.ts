import type { Emitter } from "highlight.js";
import type { CodeRun } from "dehusk/reader";

/** Takes what highlight.js finds in a piece of code as runs; its own emitter would write HTML. */
export class CodeRuns implements Emitter {
  readonly runs: CodeRun[] = [];
  readonly #scopes: string[] = [];

  /** For a keyword. */
  startScope(name: string): void {
    this.openNode(name);
  }

  endScope(): void {
    this.closeNode();
  }

  /** For all that has a beginning and an end; missing from the types of highlight.js. */
  openNode(scope: string): void {
    this.#scopes.push(scope);
  }

  closeNode(): void {
    this.#scopes.pop();
  }

  addText(text: string): void {
    if (text !== "") this.runs.push({ text, scope: this.#scope });
  }

  /** Code of one language within another: styles in HTML. */
  __addSublanguage(inner: Emitter): void {
    for (const { text, scope } of inner instanceof CodeRuns ? inner.runs : [])
      this.runs.push({ text, scope: scope ?? this.#scope });
  }

  finalize(): void {
    this.#scopes.length = 0;
  }

  toHTML(): string {
    return "";
  }

  get #scope(): string | null {
    return this.#scopes.at(-1) ?? null;
  }
}
