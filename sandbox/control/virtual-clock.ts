/** A clock that runs like another one, and can be put forward but never back. Everything in the sandbox goes by it. */
export class VirtualClock {
  readonly #base: () => number;
  #offsetMs = 0;
  #listeners: readonly (() => void)[] = [];

  /** `base` gives ms since 1970. */
  constructor(base: () => number) {
    this.#base = base;
  }

  /** ms since 1970. */
  readonly now = (): number => this.#base() + this.#offsetMs;

  /** By how much it is ahead of the clock it runs like. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Puts the clock forward; whatever falls due by that happens before this returns. Throws RangeError for less than 0. */
  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`a clock cannot go forward by ${ms} ms`);
    this.#offsetMs += ms;
    for (const listener of this.#listeners) listener();
  }

  onAdvance(listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
  }
}
