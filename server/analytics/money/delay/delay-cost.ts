import type { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { tallyDelay } from './delay-tally.ts';
import { waitingStays } from './waiting-stays.ts';

/** What waiting in one place has cost inside the window. Amounts are in the currency of the cost model, unrounded. */
export interface DelayCost {
  readonly base: Decimal;
  /** The part of it by items whose value is that they have to pay back their labour. */
  readonly payback: Decimal;
  /** What that part would be, had it to be paid back in one week: divided by w, in w weeks. */
  readonly paybackInOneWeek: Decimal;
  /** The items whose waiting there cost anything, ascending, and what each did as a plain number: to rank and to resample. */
  readonly rows: readonly number[];
  readonly amounts: readonly number[];
}

/**
 * Delay cost of the window (METRICS 4), cut by place: Σ value a week × calendar time waited between startedAt and doneAt
 * or asOf. In locked months the values are those of their model.
 *
 * @param placeOf the place, 0 to `count` − 1, in which a row is during a segment of its life; −1 leaves it out
 */
export function delayByPlace(
  question: MoneyQuestion,
  placeOf: (segment: number, row: number) => number,
  count: number,
): DelayCost[] {
  const { view, rows, window } = question;
  const { start, segment, from, to } = view.derive(waitingStays);
  const tally = tallyDelay(question, count);
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    if (end === 0 || (to[end - 1] ?? 0) <= window.from) continue;
    for (let stay = start[row] ?? 0; stay < end; stay += 1) {
      const began = from[stay] ?? 0;
      if (began >= window.to) break;
      const ended = to[stay] ?? 0;
      if (ended > window.from) tally.add(placeOf(segment[stay] ?? 0, row), row, began, ended);
    }
  }
  return tally.costs();
}

/** The same of the whole window in one. */
export function delayOfWindow(question: MoneyQuestion): DelayCost {
  const [cost] = delayByPlace(question, () => 0, 1);
  if (!cost) throw new Error('one place was asked for');
  return cost;
}
