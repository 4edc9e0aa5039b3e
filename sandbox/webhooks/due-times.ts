interface Waiting {
  /** ms on the sandbox's clock. */
  readonly at: number;
  readonly timer: NodeJS.Timeout;
  readonly act: () => void;
}

/** Things to be done later: when so much time has really passed, or as soon as the sandbox's clock is put forward beyond. */
export class DueTimes {
  readonly #clock: () => number;
  readonly #waiting = new Set<Waiting>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** At once, before this returns, for 0. */
  after(ms: number, act: () => void): void {
    if (ms <= 0) {
      act();
      return;
    }
    const timer = setTimeout(() => this.#do(waiting), ms);
    const waiting: Waiting = { at: this.#clock() + ms, timer, act };
    timer.unref();
    this.#waiting.add(waiting);
  }

  /** Does what is due, in the order of time. */
  wake(): void {
    const now = this.#clock();
    const due = [...this.#waiting].filter((entry) => entry.at <= now).sort((a, b) => a.at - b.at);
    for (const entry of due) this.#do(entry);
  }

  /** Drops everything. */
  clear(): void {
    for (const { timer } of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
  }

  #do(waiting: Waiting): void {
    clearTimeout(waiting.timer);
    if (this.#waiting.delete(waiting)) waiting.act();
  }
}
