import type { ActionMetric } from '../../domain/action.ts';
import { systemFlow } from '../flow-series/system-flow.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import { secondsPerWeek } from '../money/delay/delay-tally.ts';
import { itemValues } from '../money/delay/item-values.ts';
import { waitingStays } from '../money/delay/waiting-stays.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { timePlacesOf } from '../status-time/time-places-of.ts';
import { StretchesByDay } from './daily-stretches.ts';

/** Metrics made of passing time: so much a day. */
export type DailyMetric = Extract<ActionMetric, 'THROUGHPUT' | 'WIP' | 'DELAY_COST'>;

/**
 * What a metric is made of on each local day of the question's window: issues delivered, seconds that items were under way
 * (or in the stage), what waiting cost. NaN where there is nothing to make it of: no rows, or nothing of a value that waited.
 *
 * @param stageIndex one of the view's; null for the whole
 */
export function metricDays(question: MoneyQuestion, metric: DailyMetric, stageIndex: number | null): Float64Array {
  const { view, rows, window } = question;
  const { dayCount, dayStarts } = window;
  if (metric === 'DELAY_COST') return delayByDay(question, stageIndex);
  if (rows.length === 0) return new Float64Array(dayCount).fill(Number.NaN);
  if (metric === 'WIP' && stageIndex !== null) return timeInStageByDay(question, stageIndex);
  const { delivered, averageWipOfDay } = systemFlow(view, rows, window);
  if (metric === 'THROUGHPUT') return Float64Array.from(delivered);
  return averageWipOfDay.map((average, day) => average * ((dayStarts[day + 1] ?? 0) - (dayStarts[day] ?? 0)));
}

function timeInStageByDay({ view, rows, window }: MoneyQuestion, stageIndex: number): Float64Array {
  const { start, stage, from, to } = view.derive(stageVisits);
  const days = new StretchesByDay(window);
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1)
      if (stage[visit] === stageIndex) days.add(from[visit] ?? 0, to[visit] ?? 0);
  }
  return days.sums().seconds;
}

/** By the model that holds on each day, as `delayByPlace` has it. */
function delayByDay(question: MoneyQuestion, stageIndex: number | null): Float64Array {
  const { view, rows, window, costs, clock, calendar } = question;
  const { start, segment, from, to } = view.derive(waitingStays);
  const { placeOf } = timePlacesOf(view, 'STAGE');
  const startOf = (day: number): number => window.dayStarts[day - window.firstDay] ?? 0;
  const days = new StretchesByDay(window);
  for (const period of costs) {
    const { perWeek } = itemValues(view, period.model, clock, calendar);
    const opens = startOf(period.from);
    const closes = startOf(period.to);
    for (const row of rows) {
      const worth = perWeek[row] ?? 0;
      const end = start[row + 1] ?? 0;
      if (worth === 0 || end === 0 || (to[end - 1] ?? 0) <= opens) continue;
      for (let stay = start[row] ?? 0; stay < end; stay += 1) {
        const begins = Math.max(from[stay] ?? 0, opens);
        const ends = Math.min(to[stay] ?? 0, closes);
        if (begins >= ends || (stageIndex !== null && placeOf(segment[stay] ?? 0, row) !== stageIndex)) continue;
        days.add(begins, ends, worth / secondsPerWeek);
      }
    }
  }
  const { seconds, weighted } = days.sums();
  return weighted.map((amount, day) => (seconds[day] === 0 ? Number.NaN : amount));
}
