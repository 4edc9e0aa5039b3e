import { cd3 } from '../../server/analytics/money/sequence/cd3.ts';
import { orderCost } from '../../server/analytics/money/sequence/order-cost.ts';
import type { Sequence } from '../../server/analytics/money/sequence/sequence.ts';

interface Valued {
  readonly codPerWeek: number;
  readonly weeks: number;
}

const sequenceOf = (items: readonly Valued[]): Sequence => ({
  rate: Float64Array.from(items, ({ codPerWeek }) => codPerWeek),
  duration: Float64Array.from(items, ({ weeks }) => weeks),
});

/** The two items of the page that the vectors name A and B. */
const iceCream: Readonly<Record<string, Valued>> = {
  A: { codPerWeek: 10, weeks: 2 },
  B: { codPerWeek: 30, weeks: 4 },
};

const costInOrder = (items: readonly Valued[]): number =>
  orderCost(
    sequenceOf(items),
    Uint32Array.from(items, (_, place) => place),
  );

/** Checks of vectors about the order of work, by group. */
export const sequenceVectorChecks = {
  'cost.cd3': ({ items }: { items: Valued[] }) => [...cd3(sequenceOf(items))],
  'cost.delayOfSequence': ({ order }: { order?: string[] }) =>
    order ? costInOrder(order.flatMap((name) => iceCream[name] ?? [])) : costOfGoingFirst(),
};

/** What X, which takes four weeks, costs the others by going first: Y is worth 8 in that time, Z 2. */
function costOfGoingFirst(): number {
  const others = [
    { codPerWeek: 8 / 4, weeks: 3 },
    { codPerWeek: 2 / 4, weeks: 1 },
  ];
  return costInOrder([{ codPerWeek: 0, weeks: 4 }, ...others]) - costInOrder(others);
}
