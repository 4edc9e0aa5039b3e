import type { MoneyQuestion } from '../money/money-question.ts';
import { mean } from '../statistics/mean.ts';
import { chanceOfWeeks, drawNoise, weeklyNoise } from '../statistics/weekly-noise.ts';
import type { ActionWorld } from './action-world.ts';
import { askDays } from './ask-days.ts';
import { measureMetric } from './measure-metric.ts';
import { type DailyMetric, metricDays } from './metric-days.ts';
import type { TrialDays } from './trial-days.ts';
import type { TwoSides } from './two-sides.ts';

const daysOfWeek = 7;
/** Of fewer weeks than this nobody knows how much they differ anyway. */
export const fewestWeeks = 4;

/**
 * Both sides of a metric made of passing time, week by week: whole weeks, counted back from the end of the baseline and on
 * from the day after it began. Throughput is told by its weeks; work in progress and what waits are stocks, of which a week
 * has most from the one before.
 */
export function rateSides(
  world: ActionWorld,
  teamId: string | null,
  metric: DailyMetric,
  stageIndex: number | null,
  { firstDay, lastDay, afterDay, today }: TrialDays,
): TwoSides | null {
  const baseline = askDays(world, teamId, firstDay, lastDay);
  const since = askDays(world, teamId, afterDay, today);
  if (!baseline || !since) return null;
  const weeksBefore = wholeWeeks(baseline, metricDays(baseline, metric, stageIndex), metric, 'LAST');
  const weeksAfter = wholeWeeks(since, metricDays(since, metric, stageIndex), metric, 'FIRST');
  const stageId = stageIndex === null ? null : (world.view.stages[stageIndex]?.id ?? null);
  const [before, after] = [measureMetric(baseline, metric, stageId), measureMetric(since, metric, stageId)];
  const noise = weeklyNoise(weeksBefore, weeksAfter, metric !== 'THROUGHPUT');
  const [meanBefore, meanAfter] = [mean(weeksBefore) ?? 0, mean(weeksAfter) ?? 0];
  const relative = weeklyNoise(
    shareOf(weeksBefore, meanBefore),
    shareOf(weeksAfter, meanAfter),
    metric !== 'THROUGHPUT',
  );
  const effect = Math.log(meanAfter / meanBefore);
  const change = (after.value ?? 0) - (before.value ?? 0);
  return {
    before: before.value,
    after: after.value,
    nBefore: before.n,
    nAfter: after.n,
    readyOn: afterDay + fewestWeeks * daysOfWeek,
    weeksBefore,
    weeksAfter,
    effect,
    weight: Math.min(before.n, after.n),
    chance: (random) => chanceOfWeeks(weeksBefore, weeksAfter, noise, random),
    drawEffect(random) {
      const draw = drawNoise(relative, random);
      return () => effect + draw();
    },
    drawChange(random) {
      const draw = drawNoise(noise, random);
      return () => change + draw();
    },
  };
}

/** A week of which nothing of a value waited cost nothing. */
function wholeWeeks(
  question: MoneyQuestion,
  days: Float64Array,
  metric: DailyMetric,
  which: 'FIRST' | 'LAST',
): Float64Array {
  const { window } = question;
  const whole = wholeDays(question);
  const count = Math.floor(whole / daysOfWeek);
  const skipped = which === 'LAST' ? whole - count * daysOfWeek : 0;
  return Float64Array.from({ length: count }, (_, week) => {
    const first = skipped + week * daysOfWeek;
    let sum = 0;
    for (const amount of days.subarray(first, first + daysOfWeek)) sum += Number.isNaN(amount) ? 0 : amount;
    const seconds = (window.dayStarts[first + daysOfWeek] ?? 0) - (window.dayStarts[first] ?? 0);
    return metric === 'WIP' ? sum / seconds : sum;
  });
}

/** All days but one that asOf cuts. */
function wholeDays({ window, view, local }: MoneyQuestion): number {
  return local.startOf(window.firstDay + window.dayCount) <= view.asOf ? window.dayCount : window.dayCount - 1;
}

const shareOf = (weeks: Float64Array, middle: number): Float64Array =>
  weeks.map((value) => (middle === 0 ? 0 : value / middle));
