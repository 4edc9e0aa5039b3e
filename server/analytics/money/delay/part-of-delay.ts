import type { DelayCost } from './delay-cost.ts';

/** A share of a delay cost, 0 to 1, item by item: half of it is what waiting half as long would have saved. */
export function partOfDelay({ base, payback, paybackInOneWeek, rows, amounts }: DelayCost, share: number): DelayCost {
  return {
    base: base.times(share),
    payback: payback.times(share),
    paybackInOneWeek: paybackInOneWeek.times(share),
    rows,
    amounts: amounts.map((amount) => amount * share),
  };
}
