import { type Block, mostBetween } from './swap-blocks.ts';
import { type SwapColumns, savingOf } from './swap-saving.ts';

/** Two items that would exchange their places: `first` stands before `second`. */
export interface Swap {
  readonly first: number;
  readonly second: number;
}

/** Looks for the swap that saves most, and leaves out what cannot save more than the best one so far. */
export class SwapSearch {
  best: Swap | null = null;
  #most = 0;
  readonly #columns: SwapColumns;
  readonly #taken: Uint8Array;

  /** `taken`: 1 for each item that is to stay where it is. */
  constructor(columns: SwapColumns, taken: Uint8Array) {
    this.#columns = columns;
    this.#taken = taken;
  }

  within(block: Block): void {
    if (!this.#isWorthALook(mostBetween(block, block))) return;
    if (block.halves) {
      const [one, other] = block.halves;
      this.#between(one, other, mostBetween(one, other));
      this.within(one);
      this.within(other);
    } else this.#lookAt(block.items, block.items);
  }

  /** `limit`: what `mostBetween` says of the two. */
  #between(one: Block, other: Block, limit: number): void {
    if (!this.#isWorthALook(limit)) return;
    const [large, small] = one.items.length >= other.items.length ? [one, other] : [other, one];
    if (large.halves) {
      const [a, b] = large.halves;
      const limitA = mostBetween(a, small);
      const limitB = mostBetween(b, small);
      // The more promising first: the more it finds, the less is left to look at.
      if (limitA > limitB) this.#between(a, small, limitA);
      this.#between(b, small, limitB);
      if (limitA <= limitB) this.#between(a, small, limitA);
    } else this.#lookAt(one.items, other.items);
  }

  #isWorthALook(limit: number): boolean {
    return limit > 0 && limit >= this.#most;
  }

  #lookAt(some: Uint32Array, others: Uint32Array): void {
    const columns = this.#columns;
    const taken = this.#taken;
    for (const i of some) {
      if (taken[i] === 1) continue;
      for (const j of others) {
        const saves = savingOf(columns, i, j);
        if (saves > 0 && saves >= this.#most && taken[j] === 0) this.#found(i, j, saves);
      }
    }
  }

  #found(i: number, j: number, saves: number): void {
    const swap = { first: Math.min(i, j), second: Math.max(i, j) };
    if (saves === this.#most && this.best && !precedes(swap, this.best)) return;
    this.#most = saves;
    this.best = swap;
  }
}

const precedes = (a: Swap, b: Swap): boolean => a.first < b.first || (a.first === b.first && a.second < b.second);
