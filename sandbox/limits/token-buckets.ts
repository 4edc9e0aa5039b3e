/** Buckets of requests that fill up again at a steady rate; a full one holds a second's worth, and at least one. */
export class TokenBuckets {
  readonly #perSecond: number;
  readonly #levels = new Map<string, { readonly tokens: number; readonly at: number }>();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Takes one token and gives 0; or takes none and gives the ms until there is one. `at` in ms. */
  take(bucket: string, at: number): number {
    const full = Math.max(1, this.#perSecond);
    const level = this.#levels.get(bucket) ?? { tokens: full, at };
    const tokens = Math.min(full, level.tokens + (Math.max(0, at - level.at) / 1000) * this.#perSecond);
    const isEnough = tokens >= 1;
    this.#levels.set(bucket, { tokens: isEnough ? tokens - 1 : tokens, at: Math.max(at, level.at) });
    return isEnough ? 0 : ((1 - tokens) / this.#perSecond) * 1000;
  }
}
