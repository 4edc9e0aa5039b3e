import { Decimal } from '../decimal.ts';
import { type Estimate, estimateOf } from '../estimate.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { loadedHour } from '../paid-day.ts';
import type { WaitingWithin } from './waiting-within.ts';

const method =
  'Working hours that items waited in the window × the loaded default rate. Nobody pays this: people did something else ' +
  'meanwhile, so it is in no total.';

/** Waiting in working hours × the loaded default rate (METRICS 4, "Accrued, capacity equivalent, ranges"): no cost, and never summed. */
export function capacityEquivalent({ costs }: MoneyQuestion, { rows, seconds }: WaitingWithin): Estimate {
  const rates = costs.map(({ model }) => loadedHour(model).div(3600));
  const plain = rates.map((rate) => rate.toNumber());
  const parts = new Float64Array(rows.length);
  const base = seconds.reduce((sum, ofPeriod, period) => {
    let waited = 0;
    ofPeriod.forEach((own, place) => {
      waited += own;
      parts[place] = (parts[place] ?? 0) + own * (plain[period] ?? 0);
    });
    return sum.plus((rates[period] ?? new Decimal(0)).times(waited));
  }, new Decimal(0));
  return estimateOf({ kind: 'CAPACITY_EQUIVALENT', confidence: 'MEDIUM', method, base, parts, assumptions: [] });
}
