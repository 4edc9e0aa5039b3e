import { presentOrder } from './completion-times.ts';
import type { SwapColumns } from './swap-saving.ts';

/** Items that take about as long and stand near each other, and between what each of their values lies. */
export interface Block {
  readonly items: Uint32Array;
  /** Its two halves; null for a block so small that its items are looked at one by one. */
  readonly halves: readonly [Block, Block] | null;
  readonly rate: Range;
  readonly duration: Range;
  readonly begins: Range;
  readonly ahead: Range;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

const fewItems = 16;

/** All items in one block, halved and halved again. */
export function swapBlocks(columns: SwapColumns): Block {
  const { duration } = columns;
  const items = presentOrder(duration.length).sort((a, b) => (duration[a] ?? 0) - (duration[b] ?? 0) || a - b);
  return blockOf(columns, items);
}

function blockOf(columns: SwapColumns, items: Uint32Array): Block {
  if (items.length > fewItems) {
    const middle = items.length >>> 1;
    const one = blockOf(columns, items.subarray(0, middle));
    const other = blockOf(columns, items.subarray(middle));
    return {
      items,
      halves: [one, other],
      rate: joined(one.rate, other.rate),
      duration: joined(one.duration, other.duration),
      begins: joined(one.begins, other.begins),
      ahead: joined(one.ahead, other.ahead),
    };
  }
  const { rate, duration, begins, ahead } = columns;
  return {
    items,
    halves: null,
    rate: rangeOf(rate, items),
    duration: rangeOf(duration, items),
    begins: rangeOf(begins, items),
    ahead: rangeOf(ahead, items),
  };
}

function rangeOf(column: Float64Array, items: Uint32Array): Range {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    least = Math.min(least, column[item] ?? 0);
    most = Math.max(most, column[item] ?? 0);
  }
  return { least, most };
}

const joined = (a: Range, b: Range): Range => ({ least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) });

/**
 * No swap between two blocks saves more: `savingOf` over ranges. Rounding keeps the order of numbers, so that this holds
 * to the last bit.
 */
export function mostBetween(one: Block, other: Block): number {
  const sooner = mostOfProduct(
    other.rate.least - one.rate.most,
    other.rate.most - one.rate.least,
    other.begins.least - one.begins.most,
    other.begins.most - one.begins.least,
  );
  // The least of a product is less the most of it with one sign turned.
  const later = -mostOfProduct(
    one.duration.least - other.duration.most,
    one.duration.most - other.duration.least,
    other.ahead.least - one.ahead.most,
    other.ahead.most - one.ahead.least,
  );
  return sooner - later;
}

/** Of a number from a to b times one from c to d. */
const mostOfProduct = (a: number, b: number, c: number, d: number): number => Math.max(a * c, a * d, b * c, b * d);
