import type { TimeWindow } from '../../../domain/question.ts';
import type { Decimal } from '../decimal.ts';
import { tallyDelay } from '../delay/delay-tally.ts';
import { waitingStays } from '../delay/waiting-stays.ts';
import type { MoneyQuestion } from '../money-question.ts';

/** Delay cost in parts of a window that follow one another, unrounded; every wait is looked at once. */
export function delayOfMonths(question: MoneyQuestion, months: readonly TimeWindow[]): Decimal[] {
  const { view, rows } = question;
  const { start, from, to } = view.derive(waitingStays);
  const tally = tallyDelay(question, months.length);
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return [];
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    if (end === start[row] || (to[end - 1] ?? 0) <= first.from) continue;
    for (let stay = start[row] ?? 0; stay < end && (from[stay] ?? 0) < last.to; stay += 1) {
      const ended = to[stay] ?? 0;
      if (ended <= first.from) continue;
      const began = from[stay] ?? 0;
      months.forEach((month, place) => {
        if (began < month.to && ended > month.from)
          tally.add(place, row, Math.max(began, month.from), Math.min(ended, month.to));
      });
    }
  }
  return tally.costs().map(({ base }) => base);
}
