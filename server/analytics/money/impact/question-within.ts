import type { LocalDay } from '../../clocks/local-date.ts';
import type { MoneyQuestion } from '../money-question.ts';

/** The same question about some of its days only: from `from` up to, but not including, `to`. */
export function questionWithin(question: MoneyQuestion, from: LocalDay, to: LocalDay): MoneyQuestion {
  const { window, costs } = question;
  const dayStarts = window.dayStarts.subarray(from - window.firstDay, to - window.firstDay + 1);
  const dayCount = to - from;
  return {
    ...question,
    window: { firstDay: from, dayCount, dayStarts, from: dayStarts[0] ?? 0, to: dayStarts[dayCount] ?? 0 },
    costs: costs
      .map((period) => ({ ...period, from: Math.max(period.from, from), to: Math.min(period.to, to) }))
      .filter((period) => period.from < period.to),
  };
}
