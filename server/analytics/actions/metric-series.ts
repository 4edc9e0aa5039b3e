import type { ActionMetric } from '../../domain/action.ts';
import { dayIndexOf } from '../clocks/day-index-of.ts';
import { type LocalDay, localDateText, localDayOf, weekdayIndexOf } from '../clocks/local-date.ts';
import { doneStays } from '../flow-view/done-stays.ts';
import type { DayValue } from '../metrics/rolling-p85.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { fewestFor } from '../statistics/duration-percentiles.ts';
import { nearestRankPlace } from '../statistics/nearest-rank.ts';
import { selectRank } from '../statistics/select-rank.ts';
import type { ActionWorld } from './action-world.ts';
import { askDays } from './ask-days.ts';
import { metricDays } from './metric-days.ts';
import { type MetricItems, metricItems } from './metric-items.ts';
import { metricTraits } from './metric-traits.ts';

const daysOfWeek = 7;
/** Two years, and the week that holds the day they began on. */
const mostWeeks = 105;
/** Weeks that a percentile, a share or a rate of issues is made of: 28 days. */
const weeksTogether = 4;

export interface SeriesSubject {
  readonly metric: ActionMetric;
  readonly stageId: string | null;
  readonly teamId: string | null;
}

/**
 * A metric week by week, in its unit: ISO weeks, dated by their Monday, from the one that holds `fromDate` to the last
 * that is over by asOf, the last 105 of them at most. Percentiles and shares are those of the 28 local days that end with
 * the week, so that a week of few issues has a value; throughput, work in progress and delay cost are of the week itself.
 * Each is what `measureMetric` gives for those days. Weeks without a value are left out.
 */
export function metricSeries(
  world: ActionWorld,
  { metric, stageId, teamId }: SeriesSubject,
  fromDate: string,
): DayValue[] {
  const { view } = world;
  const { ofStage, kind } = metricTraits[metric];
  const stageIndex = view.stages.findIndex(({ id }) => id === stageId);
  if (ofStage && stageId !== null && stageIndex < 0) return [];
  const weeks = weeksFrom(world, fromDate);
  if (!weeks) return [];
  const before = kind === 'RATE' ? 0 : (weeksTogether - 1) * daysOfWeek;
  const question = askDays(world, teamId, weeks.monday - before, weeks.monday + weeks.count * daysOfWeek - 1);
  if (!question) return [];
  const values = valuesOf(question, metric, ofStage && stageId !== null ? stageIndex : null);
  return Array.from({ length: weeks.count }, (_, week) => ({
    date: localDateText(weeks.monday + week * daysOfWeek),
    value: values[week] ?? Number.NaN,
  })).filter(({ value }) => !Number.isNaN(value));
}

function weeksFrom({ view, clocks }: ActionWorld, fromDate: string): { monday: LocalDay; count: number } | null {
  const from = localDayOf(fromDate);
  if (from === null) return null;
  const today = clocks.local.dayOf(view.asOf);
  // A week is over when its last moment has passed: asOf at midnight is the end of the day before.
  const end = clocks.local.startOf(today + 1) <= view.asOf ? today + 1 : today;
  const lastEnd = end - weekdayIndexOf(end);
  const monday = Math.max(from - weekdayIndexOf(from), lastEnd - mostWeeks * daysOfWeek);
  return monday < lastEnd ? { monday, count: (lastEnd - monday) / daysOfWeek } : null;
}

/** One a week of the question's window; for percentiles and shares those from the fourth week on. NaN for none. */
function valuesOf(question: MoneyQuestion, metric: ActionMetric, stageIndex: number | null): Float64Array {
  switch (metric) {
    case 'THROUGHPUT':
    case 'WIP':
    case 'DELAY_COST':
      return ofWeeks(question, metricDays(question, metric, stageIndex), metric === 'WIP');
    case 'REOPEN_RATE':
      return reopenRates(question);
    default: {
      const items = metricItems(question, metric, stageIndex ?? -1);
      return metricTraits[metric].kind === 'DURATION' ? percentiles(question, items) : shares(question, items);
    }
  }
}

/** Sums of the days of each week, an average over its time where asked for. Days without a value count when others have one. */
function ofWeeks({ window }: MoneyQuestion, days: Float64Array, isAverage: boolean): Float64Array {
  return Float64Array.from({ length: window.dayCount / daysOfWeek }, (_, week) => {
    const first = week * daysOfWeek;
    const length = isAverage ? (window.dayStarts[first + daysOfWeek] ?? 0) - (window.dayStarts[first] ?? 0) : 1;
    let sum = Number.NaN;
    for (const amount of days.subarray(first, first + daysOfWeek))
      if (!Number.isNaN(amount)) sum = (Number.isNaN(sum) ? 0 : sum) + amount;
    return sum / length;
  });
}

/** Seconds sorted into weeks once: the four weeks of each value then lie side by side. */
function percentiles({ window, clock }: MoneyQuestion, { n, endedAt, part }: MetricItems): Float64Array {
  const count = window.dayCount / daysOfWeek;
  const weekOf = Uint16Array.from(endedAt, (instant) => Math.floor(dayIndexOf(window, instant) / daysOfWeek));
  const starts = new Uint32Array(count + 1);
  for (const week of weekOf) starts[week + 1] = (starts[week + 1] ?? 0) + 1;
  for (let week = 0; week < count; week += 1) starts[week + 1] = (starts[week + 1] ?? 0) + (starts[week] ?? 0);
  const free = starts.slice();
  const byWeek = new Float64Array(n);
  for (let item = 0; item < n; item += 1) {
    const week = weekOf[item] ?? 0;
    const place = free[week] ?? 0;
    byWeek[place] = part[item] ?? 0;
    free[week] = place + 1;
  }
  return Float64Array.from({ length: count - weeksTogether + 1 }, (_, week) => {
    const values = byWeek.slice(starts[week], starts[week + weeksTogether]);
    if (values.length < fewestFor.p85) return Number.NaN;
    return selectRank(values, nearestRankPlace(values.length, 85)) / clock.secondsPerDay;
  });
}

function shares({ window }: MoneyQuestion, { n, endedAt, part, whole }: MetricItems): Float64Array {
  const parts = new Float64Array(window.dayCount / daysOfWeek);
  const wholes = new Float64Array(window.dayCount / daysOfWeek);
  for (let item = 0; item < n; item += 1) {
    const week = Math.floor(dayIndexOf(window, endedAt[item] ?? 0) / daysOfWeek);
    parts[week] = (parts[week] ?? 0) + (part[item] ?? 0);
    wholes[week] = (wholes[week] ?? 0) + (whole[item] ?? 0);
  }
  const together = (sums: Float64Array, week: number): number => {
    let sum = 0;
    for (const value of sums.subarray(week, week + weeksTogether)) sum += value;
    return sum;
  };
  // 0 by 0 is no number, which is what a week without a value is.
  return Float64Array.from(
    { length: parts.length - weeksTogether + 1 },
    (_, week) => together(parts, week) / together(wholes, week),
  );
}

/** As `reopenings` has it: an issue counts once in each value, however often it came and went in those days. */
function reopenRates({ view, rows, window }: MoneyQuestion): Float64Array {
  const stays = view.derive(doneStays);
  const count = window.dayCount / daysOfWeek - weeksTogether + 1;
  const left = new Int32Array(count);
  const entered = new Int32Array(count);
  for (const row of rows) {
    const first = stays.start[row] ?? 0;
    const end = stays.start[row + 1] ?? 0;
    countOnce(stays.from, first, end, entered);
    countOnce(stays.to, first, end, left);
  }
  return Float64Array.from(entered, (whole, week) => (whole === 0 ? Number.NaN : (left[week] ?? 0) / whole));

  /** Adds 1 to each value in whose days one of the ascending instants lies. */
  function countOnce(instants: Uint32Array, first: number, end: number, counts: Int32Array): void {
    let next = 0;
    for (let place = first; place < end; place += 1) {
      const instant = instants[place] ?? 0;
      if (instant < window.from || instant >= window.to) continue;
      const week = Math.floor(dayIndexOf(window, instant) / daysOfWeek);
      for (let value = Math.max(next, week - weeksTogether + 1); value <= Math.min(week, count - 1); value += 1)
        counts[value] = (counts[value] ?? 0) + 1;
      next = week + 1;
    }
  }
}
