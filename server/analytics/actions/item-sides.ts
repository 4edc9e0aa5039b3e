import type { ActionMetric } from '../../domain/action.ts';
import type { LocalDay } from '../clocks/local-date.ts';
import { drawPercentile } from '../statistics/draw-percentile.ts';
import { drawRatio } from '../statistics/draw-ratio.ts';
import { fewestFor } from '../statistics/duration-percentiles.ts';
import { nearestRank } from '../statistics/nearest-rank.ts';
import { permutationChance, type RatioColumns, ratioOfColumns } from '../statistics/permutation-chance.ts';
import type { ActionWorld } from './action-world.ts';
import { type ComparedItems, comparedItems, comparedReopenings, type DatedColumns } from './compared-items.ts';
import type { DailyMetric } from './metric-days.ts';
import { metricTraits } from './metric-traits.ts';
import type { TrialDays } from './trial-days.ts';
import type { TwoSides } from './two-sides.ts';

/** Of what may be compared since it began: two weeks at least, so that each day of the week is there twice. */
const fewestDays = 14;
/** Items of a week that its value is made of, at least. */
const fewestOfWeek = 5;

/**
 * Both sides of a metric made of items. Durations are tested by the mean logarithm of one hour more than they took: a
 * percentile stands on a seventh of the items and needs many times as many to show the same, an hour keeps what was done at
 * once from outweighing all others. Told is the percentile.
 */
export function itemSides(
  world: ActionWorld,
  teamId: string | null,
  metric: Exclude<ActionMetric, DailyMetric>,
  stageIndex: number,
  days: TrialDays,
): TwoSides | null {
  const items =
    metric === 'REOPEN_RATE'
      ? comparedReopenings(world, teamId, days)
      : comparedItems(world, teamId, metric, stageIndex, days);
  if (!items) return null;
  const { secondsPerDay } = world.clocks.of.WORKING;
  const told = metricTraits[metric].kind === 'DURATION' ? percentilesOf(items, secondsPerDay) : ratiosOf(items);
  const { before, after } = items;
  const [nBefore, nAfter] = [before.part.length, after.part.length];
  return {
    ...told,
    nBefore,
    nAfter,
    readyOn: items.opensOn + fewestDays,
    ...weeksOf(world, items, days),
    effect: ratioOfColumns(after) - ratioOfColumns(before),
    weight: nBefore + nAfter === 0 ? 0 : (nBefore * nAfter) / (nBefore + nAfter),
    chance: (random) => permutationChance(before, after, random),
    drawEffect(random) {
      const [drawAfter, drawBefore] = [drawRatio(partsOf(after), random), drawRatio(partsOf(before), random)];
      return () => drawAfter() - drawBefore();
    },
  };
}

type Told = Pick<TwoSides, 'before' | 'after' | 'drawChange'>;

function percentilesOf({ toldBefore, toldAfter }: ComparedItems, secondsPerDay: number): Told {
  const [before, after] = [toldBefore.part.slice().sort(), toldAfter.part.slice().sort()];
  const p85 = (sorted: Float64Array): number | null =>
    sorted.length < fewestFor.p85 ? null : (nearestRank(sorted, 85) ?? 0) / secondsPerDay;
  return {
    before: p85(before),
    after: p85(after),
    drawChange(random) {
      const [drawAfter, drawBefore] = [drawPercentile(after, 85, random), drawPercentile(before, 85, random)];
      return () => (drawAfter() - drawBefore()) / secondsPerDay;
    },
  };
}

function ratiosOf({ toldBefore, toldAfter }: ComparedItems): Told {
  const value = (columns: RatioColumns): number | null => {
    const ratio = ratioOfColumns(columns);
    return Number.isFinite(ratio) ? ratio : null;
  };
  return {
    before: value(toldBefore),
    after: value(toldAfter),
    drawChange(random) {
      const [drawAfter, drawBefore] = [drawRatio(partsOf(toldAfter), random), drawRatio(partsOf(toldBefore), random)];
      return () => drawAfter() - drawBefore();
    },
  };
}

const partsOf = ({ part, whole }: RatioColumns) =>
  Array.from(part, (value, item) => ({ part: value, whole: whole[item] ?? 0 }));

/** Weeks of seven days: counted back from the end of the baseline, and on from the day after it began. */
function weeksOf(
  { clocks: { local } }: ActionWorld,
  { before, after }: ComparedItems,
  { lastDay, afterDay }: TrialDays,
): Pick<TwoSides, 'weeksBefore' | 'weeksAfter'> {
  const valuesBy = (columns: DatedColumns, weekOf: (day: LocalDay) => number): Float64Array => {
    const weeks: { part: number; whole: number; n: number }[] = [];
    columns.at.forEach((instant, item) => {
      const place = weekOf(local.dayOf(instant));
      weeks[place] ??= { part: 0, whole: 0, n: 0 };
      const week = weeks[place];
      week.part += columns.part[item] ?? 0;
      week.whole += columns.whole[item] ?? 0;
      week.n += 1;
    });
    const told = weeks.filter(({ n, whole }) => n >= fewestOfWeek && whole > 0);
    return Float64Array.from(told, ({ part, whole }) => part / whole);
  };
  return {
    weeksBefore: valuesBy(before, (day) => Math.floor((lastDay - day) / 7)).reverse(),
    weeksAfter: valuesBy(after, (day) => Math.floor((day - afterDay) / 7)),
  };
}
