import type { CostModel } from '../../../domain/cost-model.ts';
import type { WorkingCalendar } from '../../../domain/settings.ts';
import type { WorkingClock } from '../../clocks/working-clock.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { Decimal } from '../decimal.ts';
import { labourOfLife } from '../labour/labour-of-life.ts';
import { paidDay } from '../paid-day.ts';
import { valueClassesOf } from './value-classes.ts';

/** Where the value of an item comes from. Nothing can be ENTERED for one item so far: none has that source. */
export const valueSources = ['ENTERED', 'CLASS', 'PAYBACK_DEFAULT'] as const;
export type ValueSource = (typeof valueSources)[number];

/**
 * What a week of not having each item costs: its `unit`, an exact amount that many share, × its `multiple`, a plain
 * number. Sums are made of the multiples and turned into money once.
 */
export interface ItemValues {
  /** What a week costs in each value class, the dearest first; behind them what it costs for each person-day of labour. */
  readonly units: readonly Decimal[];
  /** By row: index into `units`; −1 for an item without a value, and for a discarded one, which nobody waits for. */
  readonly unit: Int16Array;
  /** By row: 1 in a class, labour of the whole life in person-days for one that has to pay back. */
  readonly multiple: Float64Array;
  /** By row: the same as a plain number, to rank by. */
  readonly perWeek: Float64Array;
  readonly model: CostModel;
}

/**
 * The values of all rows under a cost model (METRICS 2.7, "Cost of delay", and 4, "Delay cost"): the dearest matching
 * class, else the labour of the whole life / paybackWeeks, else none. `clock` is the working one. Kept as long as the
 * view, the clock and the model are.
 */
export function itemValues(
  view: FlowView,
  model: CostModel,
  clock: WorkingClock,
  { hoursPerDay }: Pick<WorkingCalendar, 'hoursPerDay'>,
): ItemValues {
  const kept = view.deriveOn(clock, valuesByModel);
  const known = kept.get(model);
  if (known?.hoursPerDay === hoursPerDay) return known.values;
  const values = valuesOf(view, model, clock, hoursPerDay);
  kept.set(model, { hoursPerDay, values });
  return values;
}

const valuesByModel = (_view: FlowView, _clock: WorkingClock) =>
  new WeakMap<CostModel, { readonly hoursPerDay: number; readonly values: ItemValues }>();

function valuesOf(view: FlowView, model: CostModel, clock: WorkingClock, hoursPerDay: number): ItemValues {
  const { discarded } = view.derive(milestones);
  const labour = view.deriveOn(clock, labourOfLife);
  const { perWeek: classes, ofRow } = valueClassesOf(view, model.valueClasses);
  const units = [...classes, paidDay(model, { hoursPerDay }).div(model.paybackWeeks)];
  const plain = units.map((unit) => unit.toNumber());
  const { rowCount } = view.table;
  const unit = new Int16Array(rowCount).fill(-1);
  const multiple = new Float64Array(rowCount);
  const perWeek = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    if (discarded[row] === 1) continue;
    const itsClass = ofRow[row] ?? -1;
    const its = itsClass >= 0 ? 1 : (labour[row] ?? 0);
    if (its === 0) continue;
    unit[row] = itsClass >= 0 ? itsClass : classes.length;
    multiple[row] = its;
    perWeek[row] = its * (plain[unit[row] ?? 0] ?? 0);
  }
  return { units, unit, multiple, perWeek, model };
}

/** What a week of not having the item costs, exactly; 0 without a value. */
export function perWeekOf({ units, unit, multiple }: ItemValues, row: number): Decimal {
  return (units[unit[row] ?? -1] ?? new Decimal(0)).times(multiple[row] ?? 0);
}

/** Null for an item without a value. */
export function sourceOf({ units, unit }: ItemValues, row: number): ValueSource | null {
  const its = unit[row] ?? -1;
  if (its < 0) return null;
  return its === units.length - 1 ? 'PAYBACK_DEFAULT' : 'CLASS';
}
