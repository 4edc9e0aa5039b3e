import { secondsPerDay } from '../../clocks/local-date.ts';
import type { LocalWindow } from '../../clocks/window-of.ts';
import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import type { DelayCost } from './delay-cost.ts';
import { type ItemValues, itemValues } from './item-values.ts';

export const secondsPerWeek = 7 * secondsPerDay;

/** Adds up delay cost, place by place. */
export interface DelayTally {
  /** An item waited from one instant to another. Of its waits, those of one row come one after the other. */
  add(place: number, row: number, from: number, to: number): void;
  /** What has been added up: one for each place. */
  costs(): DelayCost[];
}

/** A tally of `count` places for the window of a question; what lies outside it, costs nothing. In locked months their model holds. */
export function tallyDelay(question: MoneyQuestion, count: number): DelayTally {
  const periods = periodsOf(question);
  const places = Array.from({ length: count }, () => emptyPlace(periods));
  return {
    add(place, row, from, to) {
      const its = places[place];
      if (!its) return;
      for (const period of periods) {
        const seconds = Math.min(to, period.to) - Math.max(from, period.from);
        if (seconds > 0) addSeconds(its, row, seconds, period);
      }
    },
    costs: () => places.map((place) => costOf(place, periods)),
  };
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

function addSeconds({ sums: all, rows, amounts }: Place, row: number, seconds: number, period: Period): void {
  const { values, index } = period;
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
