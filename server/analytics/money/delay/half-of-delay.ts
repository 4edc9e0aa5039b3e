import type { DelayCost } from './delay-cost.ts';

/** What waiting half as long would have saved of a delay cost: half of it, item by item. */
export function halfOfDelay({ base, payback, paybackInOneWeek, rows, amounts }: DelayCost): DelayCost {
  return {
    base: base.div(2),
    payback: payback.div(2),
    paybackInOneWeek: paybackInOneWeek.div(2),
    rows,
    amounts: amounts.map((amount) => amount / 2),
  };
}
