/** Runs what takes time, so many at once, the rest in the order it came. */
export class Lanes {
  readonly #width: number;
  #running = 0;
  #waiting: (() => Promise<void>)[] = [];
  #onIdle: (() => void)[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** `task` must not reject. */
  add(task: () => Promise<void>): void {
    this.#waiting.push(task);
    this.#go();
  }

  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void> {
    if (this.#running === 0 && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }

  /** Drops what waits. */
  clear(): void {
    this.#waiting = [];
  }

  #go(): void {
    while (this.#running < this.#width) {
      const task = this.#waiting.shift();
      if (!task) break;
      this.#running += 1;
      void task().finally(() => {
        this.#running -= 1;
        this.#go();
      });
    }
    if (this.#running > 0) return;
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }
}
