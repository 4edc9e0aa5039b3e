import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSwaps } from '../../../server/analytics/money/sequence/best-swaps.ts';
import { cd3, cd3Order } from '../../../server/analytics/money/sequence/cd3.ts';
import { completionTimes, presentOrder } from '../../../server/analytics/money/sequence/completion-times.ts';
import { orderCost } from '../../../server/analytics/money/sequence/order-cost.ts';
import type { Sequence } from '../../../server/analytics/money/sequence/sequence.ts';
import { seededRandom } from '../../../server/analytics/statistics/seeded-random.ts';

type Item = readonly [rate: number, duration: number];

const sequenceOf = (items: readonly Item[]): Sequence => ({
  rate: Float64Array.from(items, ([rate]) => rate),
  duration: Float64Array.from(items, ([, duration]) => duration),
});

/** Whole numbers, so that sums are exact; few of each, so that there are equals. */
const items = (minLength: number, maxLength: number): fc.Arbitrary<Item[]> =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 })), { minLength, maxLength });

/** Fisher and Yates. */
function shuffled(count: number, random: () => number): Uint32Array {
  const order = presentOrder(count);
  for (let place = count - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    const item = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = item;
  }
  return order;
}

function everyOrder(left: readonly number[]): number[][] {
  if (left.length === 0) return [[]];
  return left.flatMap((item) => everyOrder(left.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** The swaps by trying every pair of those left in the present order, and reckoning the whole order anew. */
function obviousSwaps(sequence: Sequence, count: number): [number, number][] {
  const n = sequence.rate.length;
  const present = orderCost(sequence, presentOrder(n));
  const swaps: [number, number][] = [];
  while (swaps.length < count) {
    let best: [number, number] | null = null;
    let most = 0;
    for (let first = 0; first < n; first += 1)
      for (let second = first + 1; second < n; second += 1) {
        if (swaps.flat().includes(first) || swaps.flat().includes(second)) continue;
        const order = presentOrder(n);
        order[first] = second;
        order[second] = first;
        const saves = present - orderCost(sequence, order);
        if (saves > most) {
          most = saves;
          best = [first, second];
        }
      }
    if (!best) break;
    swaps.push(best);
  }
  return swaps;
}

const swapsOf = (sequence: Sequence, count: number): [number, number][] =>
  bestSwaps(sequence, count).map(({ first, second }) => [first, second]);

// The published example (METRICS 2.7): A is worth 10 a week and takes 2 weeks, B 30 a week and takes 4.
const published = sequenceOf([
  [10, 2],
  [30, 4],
]);

describe('the order of work', () => {
  it('costs what the published example says, either way round.', () => {
    expect(orderCost(published, Uint32Array.of(0, 1))).toBe(200);
    expect(orderCost(published, Uint32Array.of(1, 0))).toBe(180);
    expect([...cd3(published)]).toEqual([5, 7.5]);
    expect([...cd3Order(published)]).toEqual([1, 0]);
    expect(bestSwaps(published, 3)).toEqual([{ first: 0, second: 1 }]);
  });

  it('is done item after item.', () => {
    const { duration } = sequenceOf([
      [1, 5],
      [1, 3],
      [1, 2],
    ]);
    expect([...completionTimes(duration, Uint32Array.of(2, 0, 1))]).toEqual([7, 10, 2]);
  });

  it('leaves equals as they stand.', () => {
    const equal = sequenceOf([
      [1, 3],
      [2, 6],
      [5, 1],
      [3, 9],
      [0, 2],
      [0, 1],
    ]);
    expect([...cd3Order(equal)]).toEqual([2, 0, 1, 3, 4, 5]);
    // The same labour, summed the other way round: 0.6000000000000001 and 0.6.
    const summed = sequenceOf([
      [0.3 + 0.2 + 0.1, 3],
      [0.1 + 0.2 + 0.3, 3],
    ]);
    expect(summed.rate[0]).not.toBe(summed.rate[1]);
    expect([...cd3Order(summed)]).toEqual([0, 1]);
  });

  it('by CD3 costs as little as the cheapest of all orders.', () => {
    fc.assert(
      fc.property(items(1, 6), (list) => {
        const sequence = sequenceOf(list);
        const costs = everyOrder(list.map((_, place) => place)).map((order) =>
          orderCost(sequence, Uint32Array.from(order)),
        );
        expect(orderCost(sequence, cd3Order(sequence))).toBe(Math.min(...costs));
      }),
    );
    fc.assert(
      fc.property(items(8, 8), (list) => {
        const sequence = sequenceOf(list);
        const best = orderCost(sequence, cd3Order(sequence));
        const cheapest = everyOrder(list.map((_, place) => place)).reduce(
          (least, order) => Math.min(least, orderCost(sequence, Uint32Array.from(order))),
          Number.POSITIVE_INFINITY,
        );
        expect(best).toBe(cheapest);
      }),
      { numRuns: 3 },
    );
  });

  it('by CD3 costs no more than any of a thousand random orders.', () => {
    fc.assert(
      fc.property(items(2, 120), fc.integer(), (list, seed) => {
        const sequence = sequenceOf(list);
        const best = orderCost(sequence, cd3Order(sequence));
        const random = seededRandom(seed);
        for (let trial = 0; trial < 1000; trial += 1)
          expect(orderCost(sequence, shuffled(list.length, random))).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 8 },
    );
  });

  it('has nothing to order without items.', () => {
    const none = sequenceOf([]);
    expect(orderCost(none, cd3Order(none))).toBe(0);
    expect(bestSwaps(none, 3)).toEqual([]);
  });
});

describe('the best swaps', () => {
  it('are those that trying every pair finds, of equals the first.', () => {
    fc.assert(
      fc.property(items(0, 50), fc.integer({ min: 1, max: 4 }), (list, count) => {
        const sequence = sequenceOf(list);
        expect(swapsOf(sequence, count)).toEqual(obviousSwaps(sequence, count));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same when everything takes a time of its own.', () => {
    const various = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 900 })), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(various, (list) => {
        const sequence = sequenceOf(list);
        expect(swapsOf(sequence, 3)).toEqual(obviousSwaps(sequence, 3));
      }),
      { numRuns: 20 },
    );
  });

  it('are none in the best order, and in no other.', () => {
    fc.assert(
      fc.property(items(2, 40), (list) => {
        const sequence = sequenceOf(list);
        const order = cd3Order(sequence);
        const ordered = sequenceOf(Array.from(order, (item) => list[item] ?? [0, 1]));
        expect(bestSwaps(ordered, 1)).toEqual([]);
        const isBest = orderCost(sequence, presentOrder(list.length)) === orderCost(sequence, order);
        expect(bestSwaps(sequence, 1)).toHaveLength(isBest ? 0 : 1);
      }),
    );
  });

  it('have no item twice, and the first saves most.', () => {
    const sequence = sequenceOf(Array.from({ length: 600 }, (_, place) => [(place * 7919) % 601, 1 + (place % 7)]));
    const swaps = bestSwaps(sequence, 3);
    expect(swaps).toHaveLength(3);
    expect(new Set(swaps.flatMap(({ first, second }) => [first, second])).size).toBe(6);
    const saves = swaps.map(({ first, second }) => {
      const order = presentOrder(600);
      order[first] = second;
      order[second] = first;
      return orderCost(sequence, presentOrder(600)) - orderCost(sequence, order);
    });
    expect(saves).toEqual(saves.toSorted((a, b) => b - a));
    expect(saves.every((amount) => amount > 0)).toBe(true);
  });
});
