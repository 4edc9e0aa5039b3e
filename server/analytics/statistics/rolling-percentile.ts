/**
 * Nearest-rank percentiles of a set that values enter and leave, one percentile after the other, without sorting anew:
 * a Fenwick tree counts the present values by their rank among all that will ever come. Each step costs O(log n).
 */
export class RollingPercentile {
  readonly #sorted: Float64Array;
  /** Of each value, the place of the first equal one among the sorted. */
  readonly #ranks: Uint32Array;
  readonly #tree: Int32Array;
  #count = 0;

  /** `all` are the values that may enter; from here on each is called by its place among them. */
  constructor(all: ArrayLike<number>) {
    this.#sorted = new Float64Array(all).sort();
    this.#ranks = Uint32Array.from(all, (value) => rankIn(this.#sorted, value));
    this.#tree = new Int32Array(this.#sorted.length + 1);
  }

  get count(): number {
    return this.#count;
  }

  enter(place: number): void {
    this.#add(this.#ranks[place] ?? 0, 1);
  }

  leave(place: number): void {
    this.#add(this.#ranks[place] ?? 0, -1);
  }

  /** The p-th percentile of the values that are in; null without any. */
  percentile(p: number): number | null {
    if (this.#count === 0) return null;
    let rest = Math.ceil((p * this.#count) / 100);
    let place = 0;
    for (let step = 2 ** Math.floor(Math.log2(this.#tree.length)); step >= 1; step /= 2) {
      const next = place + step;
      const held = this.#tree[next] ?? Number.POSITIVE_INFINITY;
      if (held < rest) {
        place = next;
        rest -= held;
      }
    }
    return this.#sorted[place] ?? null;
  }

  #add(rank: number, change: 1 | -1): void {
    this.#count += change;
    for (let place = rank + 1; place < this.#tree.length; place += place & -place)
      this.#tree[place] = (this.#tree[place] ?? 0) + change;
  }
}

/** Place of the first equal value among sorted ones. */
function rankIn(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
