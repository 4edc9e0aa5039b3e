import type { Sequence } from './sequence.ts';
import { swapBlocks } from './swap-blocks.ts';
import { swapColumns } from './swap-saving.ts';
import { type Swap, SwapSearch } from './swap-search.ts';

/**
 * The swaps that save most, most first: the best one of all, then the best of the items left, and so on, so that no item
 * is in two of them. Each is reckoned from the present order, as if it were the only one, and saves something. Of equals
 * the one that comes first.
 *
 * 10,000 items have 50 million pairs. What a swap between two blocks of items can save at most follows from what their
 * values lie between, and only where that is more than the best one found are they looked at more closely.
 */
export function bestSwaps(sequence: Sequence, count: number): Swap[] {
  const columns = swapColumns(sequence);
  const all = swapBlocks(columns);
  const taken = new Uint8Array(sequence.rate.length);
  const swaps: Swap[] = [];
  while (swaps.length < count) {
    const search = new SwapSearch(columns, taken);
    search.within(all);
    if (!search.best) break;
    swaps.push(search.best);
    taken[search.best.first] = 1;
    taken[search.best.second] = 1;
  }
  return swaps;
}
