import { calendarClock } from '../clocks/calendar-clock.ts';
import { milestones } from '../flow-view/milestones.ts';
import { type Money, moneyOf, unitOf } from '../money/amount.ts';
import { Decimal } from '../money/decimal.ts';
import { type ItemValues, perWeekOf, sourceOf, type ValueSource } from '../money/delay/item-values.ts';
import { waitingOfLife } from '../money/delay/waiting-of-life.ts';
import { bestSwaps } from '../money/sequence/best-swaps.ts';
import { cd3, cd3Order } from '../money/sequence/cd3.ts';
import { completionTimes, exchanged, presentOrder } from '../money/sequence/completion-times.ts';
import { costOfTime, secondsPerWeek, valueRule } from '../money/sequence/cost-of-time.ts';
import { timesToDone } from '../money/sequence/time-to-done.ts';
import { workInOrder } from '../money/sequence/work-in-order.ts';
import { fewestFor } from '../statistics/duration-percentiles.ts';
import { presentSlot } from '../stuck-work/stage-slots.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Question } from './question.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** An issue under way, with what it costs not to have it. */
export interface CostOfDelayItem {
  readonly row: number;
  readonly perWeek: Money;
  readonly source: ValueSource;
  readonly accrued: Money;
  readonly expectedUntilDone: Money;
  /** Value a week for each week that it takes, in the currency of the amounts. */
  readonly cd3: number;
  /** Its place in the present order and in the best one, from 1. */
  readonly rank: number;
  readonly bestRank: number;
}

/** Two rows, the first of which stands before the second in the present order. */
export interface OrderSwap {
  readonly first: number;
  readonly second: number;
  readonly saves: Money;
}

export interface CostOfDelayReport {
  readonly basis: Basis;
  readonly currentOrderCost: Money;
  readonly bestOrderCost: Money;
  /** The difference of the two, as they are told. */
  readonly saving: Money;
  /** The three that save most, each alone; none that saves less than the smallest amount there is. */
  readonly swaps: readonly OrderSwap[];
  /** Issues under way that have no value, and stand in neither order. */
  readonly withoutValue: number;
  /** The issues under way that have one, in the best order. */
  readonly rows: Uint32Array;
  /** One of them. */
  itemOf(row: number): CostOfDelayItem;
}

const swapCount = 3;

/** What it costs to wait for the work under way, in the order it is done in and in the best one (METRICS 2.7 and 4, "CD3"). */
export function costOfDelay(question: Question, values: ItemValues): CostOfDelayReport {
  const { view } = question;
  const { currency } = values.model;
  const underWay = workInOrder(view, question.rows);
  const rows = underWay.filter((row) => sourceOf(values, row) !== null);
  const times = timesToDone(question);
  const timeOf = (row: number) => times[presentSlot(view, row)] ?? { seconds: 0, n: 0 };
  const seconds = Float64Array.from(rows, (row) => timeOf(row).seconds);
  const sequence = {
    rate: Float64Array.from(rows, (row) => values.perWeek[row] ?? 0),
    duration: seconds.map((time) => time / secondsPerWeek),
  };
  const costOf = (order: Uint32Array): Decimal => costOfTime(values, rows, completionTimes(seconds, order)).base;
  const present = presentOrder(rows.length);
  const worth = cd3(sequence);
  const best = cd3Order(sequence);
  const currentCost = costOf(present);
  const currentOrderCost = moneyOf(currentCost, currency);
  const bestOrderCost = moneyOf(costOf(best), currency);
  const swaps = bestSwaps(sequence, swapCount).map(({ first, second }) => ({
    first: rows[first] ?? 0,
    second: rows[second] ?? 0,
    saves: moneyOf(currentCost.minus(costOf(exchanged(present, first, second))), currency),
  }));
  const withoutValue = underWay.length - rows.length;
  const rankOf = ranksOf(rows);
  const bestRows = best.map((place) => rows[place] ?? 0);
  const bestRankOf = ranksOf(bestRows);
  const waited = view.derive(waitingOfLife);
  return {
    basis: basisOf(
      { ...question, clock: calendarClock },
      rows,
      leftOut(question, withoutValue),
      definitionOf(values, rows, (row) => timeOf(row).n),
    ),
    currentOrderCost,
    bestOrderCost,
    saving: moneyOf(new Decimal(currentOrderCost.amount).minus(bestOrderCost.amount), currency),
    swaps: swaps.filter(({ saves }) => unitOf(currency).lte(saves.amount)),
    withoutValue,
    rows: bestRows,
    itemOf(row) {
      const perWeek = perWeekOf(values, row);
      const rank = rankOf.get(row) ?? 0;
      const during = (time: number): Money => moneyOf(perWeek.times(time).div(secondsPerWeek), currency);
      return {
        row,
        perWeek: moneyOf(perWeek, currency),
        source: sourceOf(values, row) ?? 'PAYBACK_DEFAULT',
        accrued: during(waited[row] ?? 0),
        expectedUntilDone: during(timeOf(row).seconds),
        cd3: worth[rank - 1] ?? 0,
        rank,
        bestRank: bestRankOf.get(row) ?? 0,
      };
    },
  };
}

const ranksOf = (rows: Uint32Array): ReadonlyMap<number, number> =>
  new Map(Array.from(rows, (row, place) => [row, place + 1]));

function leftOut(question: Question, withoutValue: number) {
  const { startedAt, doneAt } = question.view.derive(milestones);
  const subtasks = subtasksLeftOut(
    question,
    (each) => each.filter((row) => startedAt[row] !== 0 && doneAt[row] === 0).length,
  );
  return [
    { reason: 'Without a value: of no value class, and nobody has worked on them yet', count: withoutValue },
    { reason: 'Subtasks, whose work their parents stand for', count: subtasks },
  ];
}

/** Says which rule the durations and the values come from, and for how many issues. */
function definitionOf(values: ItemValues, rows: Uint32Array, delivered: (row: number) => number): string {
  const count = (applies: (row: number) => boolean): string => `${rows.filter(applies).length} of ${rows.length}`;
  return (
    'What it costs to wait for the issues that are started and not done at asOf, whatever the window, and have a value: ' +
    'the value a week of each times the calendar time until it is done, if they are done one after the other. ' +
    `${valueRule(values)} That is payback for ${count((row) => sourceOf(values, row) === 'PAYBACK_DEFAULT')}. How long an ` +
    'issue takes is the median time from the first entry into its present stage to ' +
    'done, of the issues delivered in the window that had been there, a day at least; where these are fewer than 5, as for ' +
    `${count((row) => delivered(row) < fewestFor.p50)}, it says little, and where there is none, as for ` +
    `${count((row) => delivered(row) === 0)}, it is a day. The present order is by start; the ` +
    'best one has the greatest value a week for each week that it takes (CD3) first, equals as they stand.'
  );
}
