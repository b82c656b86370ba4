/** State in one place: views read it, handlers change it, and every change is told to who watches. */
export class Store<State extends object> {
  #state: State;
  readonly #watchers = new Set<(state: State, before: State) => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  change(part: Partial<State>): void {
    const before = this.#state;
    this.#state = { ...before, ...part };
    for (const watcher of [...this.#watchers]) watcher(this.#state, before);
  }

  /** Calls `watcher` now and after every change. */
  watch(watcher: (state: State, before: State) => void): void {
    this.#watchers.add(watcher);
    watcher(this.#state, this.#state);
  }
}
