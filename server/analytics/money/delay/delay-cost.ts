import { secondsPerDay } from '../../clocks/local-date.ts';
import type { LocalWindow } from '../../clocks/window-of.ts';
import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { type ItemValues, itemValues } from './item-values.ts';
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

const secondsPerWeek = 7 * secondsPerDay;

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
  const periods = periodsOf(question);
  const places = Array.from({ length: count }, () => emptyPlace(periods));
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    if (end === 0 || (to[end - 1] ?? 0) <= window.from) continue;
    for (let stay = start[row] ?? 0; stay < end; stay += 1) {
      const began = from[stay] ?? 0;
      if (began >= window.to) break;
      const ended = to[stay] ?? 0;
      if (ended <= window.from) continue;
      const place = places[placeOf(segment[stay] ?? 0, row)];
      if (!place) continue;
      for (const period of periods) {
        const seconds = Math.min(ended, period.to) - Math.max(began, period.from);
        if (seconds > 0) add(place, row, seconds, period);
      }
    }
  }
  return places.map((place) => costOf(place, periods));
}

/** The same of the whole window in one. */
export function delayOfWindow(question: MoneyQuestion): DelayCost {
  const [cost] = delayByPlace(question, () => 0, 1);
  if (!cost) throw new Error('one place was asked for');
  return cost;
}

/** Instants between which one model holds. */
interface Period {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly values: ItemValues;
}

function periodsOf({ view, window, costs, calendar, clock }: MoneyQuestion): Period[] {
  return costs.map(({ from, to, model }, index) => ({
    index,
    from: startOf(window, from),
    to: startOf(window, to),
    values: itemValues(view, model, clock, calendar),
  }));
}

const startOf = ({ dayStarts, firstDay }: LocalWindow, day: number): number => dayStarts[day - firstDay] ?? 0;

/** Seconds × multiple in each unit of each period: plain numbers, as long as there are many. */
interface Place {
  readonly sums: readonly Float64Array[];
  readonly rows: number[];
  readonly amounts: number[];
}

const emptyPlace = (periods: readonly Period[]): Place => ({
  sums: periods.map(({ values }) => new Float64Array(values.units.length)),
  rows: [],
  amounts: [],
});

function add({ sums: all, rows, amounts }: Place, row: number, seconds: number, { index, values }: Period): void {
  const sums = all[index];
  const unit = values.unit[row] ?? -1;
  const perWeek = values.perWeek[row] ?? 0;
  if (!sums || perWeek === 0) return;
  sums[unit] = (sums[unit] ?? 0) + seconds * (values.multiple[row] ?? 0);
  const amount = (seconds * perWeek) / secondsPerWeek;
  const last = rows.length - 1;
  if (rows[last] === row) amounts[last] = (amounts[last] ?? 0) + amount;
  else {
    rows.push(row);
    amounts.push(amount);
  }
}

function costOf({ sums, rows, amounts }: Place, periods: readonly Period[]): DelayCost {
  let base = new Decimal(0);
  let payback = new Decimal(0);
  let paybackInOneWeek = new Decimal(0);
  periods.forEach(({ values: { units, model } }, index) => {
    const costs = units.map((unit, place) => unit.times(sums[index]?.[place] ?? 0).div(secondsPerWeek));
    const paidBack = costs.at(-1) ?? new Decimal(0);
    base = base.plus(Decimal.sum(0, ...costs));
    payback = payback.plus(paidBack);
    paybackInOneWeek = paybackInOneWeek.plus(paidBack.times(model.paybackWeeks));
  });
  return { base, payback, paybackInOneWeek, rows, amounts };
}
