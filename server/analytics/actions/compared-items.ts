import type { LocalDay } from '../clocks/local-date.ts';
import { reopenings } from '../flow-series/reopenings.ts';
import { doneStays } from '../flow-view/done-stays.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { nearestRank } from '../statistics/nearest-rank.ts';
import type { RatioColumns } from '../statistics/permutation-chance.ts';
import type { ActionWorld } from './action-world.ts';
import { askDays } from './ask-days.ts';
import { type ItemMetric, type MetricItems, metricItems } from './metric-items.ts';
import { metricTraits } from './metric-traits.ts';
import type { TrialDays } from './trial-days.ts';

/** The items of both sides that may be compared, and those that are told. */
export interface ComparedItems {
  readonly before: DatedColumns;
  readonly after: DatedColumns;
  /** What `before` is told of: all items of the baseline's days. */
  readonly toldBefore: RatioColumns;
  /** What `after` is told of: the compared ones as they are. */
  readonly toldAfter: RatioColumns;
  /** The first day of which any item may be compared. */
  readonly opensOn: LocalDay;
}

export interface DatedColumns extends RatioColumns {
  /** Unix seconds: what week an item belongs to. */
  readonly at: Float64Array;
}

/** In days: how long one that is done has for being opened again. */
const reopenDays = 14;
const secondsPerHour = 3600;

/**
 * What has begun since and is done already took a short time: what takes long is still under way. So both sides are looked
 * at through the same opening. Of what has been begun since, that counts which was done when a washout had passed: the days
 * within which 95 % of the baseline's items were done. From then on nearly all that takes as long as it did is in.
 *
 * The baseline's days are cut into stretches as long as those that there are since, counted back from its end, and each is
 * looked at in the same way: what was done in it, and begun in it or at most a washout before. So without an effect both
 * sides lack the same share of the slowest, however long they are.
 */
export function comparedItems(
  world: ActionWorld,
  teamId: string | null,
  metric: ItemMetric,
  stageIndex: number,
  days: TrialDays,
): ComparedItems | null {
  const { local } = world.clocks;
  const [baseline, since] = askBoth(world, teamId, days);
  if (!baseline || !since) return null;
  const all = metricItems(baseline, metric, stageIndex);
  const endedOn = Int32Array.from(all.endedAt, (instant) => local.dayOf(instant));
  const lengths = endedOn.map((day, item) => day - local.dayOf(all.begunAt[item] ?? 0)).sort();
  const opensOn = days.afterDay + (nearestRank(lengths, 95) ?? 0);
  const washout = opensOn - days.afterDay;
  const stretch = Math.max(days.today - opensOn + 1, 1);
  const begins = (day: LocalDay): number => {
    const stretches = Math.floor((days.lastDay - day) / stretch) + 1;
    return days.lastDay + 1 - stretches * stretch - washout;
  };
  const before = only(all, (item) => local.dayOf(all.begunAt[item] ?? 0) >= begins(endedOn[item] ?? 0));
  const made = metricItems(since, metric, stageIndex);
  const opens = local.startOf(opensOn);
  const after = only(
    made,
    (item) => (made.begunAt[item] ?? 0) >= since.window.from && (made.endedAt[item] ?? 0) >= opens,
  );
  const isDuration = metricTraits[metric].kind === 'DURATION';
  const tested = ({ endedAt, part, whole }: MetricItems): DatedColumns => ({
    at: endedAt,
    part: isDuration ? part.map((seconds) => Math.log1p(seconds / secondsPerHour)) : part,
    whole,
  });
  return { before: tested(before), after: tested(after), toldBefore: all, toldAfter: after, opensOn };
}

/**
 * For the reopen rate: what entered done, each issue once, and whether it left again within two weeks, so that what was
 * done last has as much time for it as what was done first. Told is whether it has left at all.
 */
export function comparedReopenings(world: ActionWorld, teamId: string | null, days: TrialDays): ComparedItems | null {
  const [baseline, since] = askBoth(world, teamId, days);
  const earlier = askDays(world, teamId, days.firstDay - reopenDays, days.lastDay - reopenDays);
  if (!baseline || !since || !earlier) return null;
  const known = world.clocks.local.startOf(days.today - reopenDays + 1);
  const before = entries(earlier, earlier.window.to);
  const after = entries(since, Math.min(known, since.window.to));
  const all = reopenings(baseline.view, baseline.rows, baseline.window);
  return {
    before: before.soon,
    after: after.soon,
    toldBefore: {
      part: Float64Array.from(all, ({ part }) => part),
      whole: Float64Array.from(all, ({ whole }) => whole),
    },
    toldAfter: after.ever,
    opensOn: days.afterDay + reopenDays,
  };
}

function entries(
  { view, rows, window, local }: MoneyQuestion,
  until: number,
): { soon: DatedColumns; ever: RatioColumns } {
  const { start, from, to } = view.derive(doneStays);
  const at: number[] = [];
  const soon: number[] = [];
  const ever: number[] = [];
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    for (let stay = start[row] ?? 0; stay < end; stay += 1) {
      const entered = from[stay] ?? 0;
      if (entered < window.from || entered >= until) continue;
      const left = to[stay] ?? 0;
      at.push(entered);
      soon.push(left < local.startOf(local.dayOf(entered) + reopenDays) ? 1 : 0);
      ever.push(left < view.asOf ? 1 : 0);
      break;
    }
  }
  const whole = new Float64Array(at.length).fill(1);
  return {
    soon: { at: Float64Array.from(at), part: Float64Array.from(soon), whole },
    ever: { part: Float64Array.from(ever), whole },
  };
}

const askBoth = (world: ActionWorld, teamId: string | null, { firstDay, lastDay, afterDay, today }: TrialDays) =>
  [askDays(world, teamId, firstDay, lastDay), askDays(world, teamId, afterDay, today)] as const;

function only(items: MetricItems, holds: (item: number) => boolean): MetricItems {
  const kept = Uint32Array.from(items.part.keys()).filter(holds);
  const take = (column: Float64Array): Float64Array => Float64Array.from(kept, (item) => column[item] ?? 0);
  return {
    n: kept.length,
    begunAt: take(items.begunAt),
    endedAt: take(items.endedAt),
    part: take(items.part),
    whole: take(items.whole),
  };
}
