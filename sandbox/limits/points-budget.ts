const hourMs = 3_600_000;

/** What is left of an allowance, for the headers that say so. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** ms since 1970. */
  readonly resetAt: number;
}

/** Points spent, by whoever shares an allowance; every full hour of UTC it is whole again. */
export class PointsBudget {
  readonly #perHour: number;
  readonly #spent = new Map<string, { readonly hour: number; readonly points: number }>();

  constructor(perHour: number) {
    this.#perHour = perHour;
  }

  /** `at` in ms. */
  left(sharer: string, at: number): Allowance {
    const hour = Math.floor(at / hourMs);
    const spent = this.#spent.get(sharer);
    const points = spent?.hour === hour ? spent.points : 0;
    return { limit: this.#perHour, remaining: Math.max(0, this.#perHour - points), resetAt: (hour + 1) * hourMs };
  }

  /** An answer may cost more than was left: its like is refused only afterwards. */
  spend(sharer: string, points: number, at: number): void {
    const hour = Math.floor(at / hourMs);
    const before = this.#spent.get(sharer);
    this.#spent.set(sharer, { hour, points: points + (before?.hour === hour ? before.points : 0) });
  }
}
