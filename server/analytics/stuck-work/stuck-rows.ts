import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import { rowsByKey } from '../issue-selection/issue-order.ts';
import { placesByKey } from '../issue-selection/places-by-key.ts';
import type { Question } from '../metrics/question.ts';
import { unitOf } from '../money/amount.ts';
import type { ItemValues } from '../money/delay/item-values.ts';
import { waitingOfLife } from '../money/delay/waiting-of-life.ts';

export const stuckOrders = ['DELAY_COST', 'AGE', 'TIME_IN_STAGE'] as const;
/** The most first. Of issues a day of which costs the same, the one comes first that has waited longest. */
export type StuckOrder = (typeof stuckOrders)[number];

/**
 * The rows in order; equal ones by key. Lengths are those of the calendar, whatever the clock: no clock orders two ages the
 * other way round, and working time has many equals. `values` is asked only where costs are the order.
 */
export function stuckRows(
  { view }: Question,
  rows: Uint32Array,
  orderBy: StuckOrder,
  values: () => ItemValues,
): Uint32Array {
  if (orderBy !== 'DELAY_COST') return longestFirst(view, rows, lengthsOf(view, orderBy));
  const waited = view.derive(waitingOfLife);
  const costOf = costsPerDay(values());
  // The sort is stable.
  return longestFirst(view, rows, (row) => waited[row] ?? 0).sort((a, b) => costOf(b) - costOf(a));
}

/** What a day of each row costs, in the smallest unit of the currency: as equal as it looks when it is told. Less than 0 without a value. */
function costsPerDay({ unit, perWeek, model }: ItemValues): (row: number) => number {
  const smallest = unitOf(model.currency).toNumber();
  return (row) => ((unit[row] ?? -1) < 0 ? -1 : Math.round((perWeek[row] ?? 0) / daysPerWeek / smallest));
}

const daysPerWeek = 7;

function longestFirst(view: FlowView, rows: Uint32Array, lengthOf: (row: number) => number): Uint32Array {
  const places = view.derive(placesByKey);
  const width = places.length;
  // Length and place in one number, which is exact up to two million issues and far faster to sort than rows.
  const sorted = Float64Array.from(rows, (row) => (longest - lengthOf(row)) * width + (places[row] ?? 0)).sort();
  const byKey = view.derive(rowsByKey);
  return Uint32Array.from(sorted, (value) => byKey[value % width] ?? 0);
}

const longest = 2 ** 32 - 1;

/** Calendar seconds of an issue under way. */
function lengthsOf(view: FlowView, orderBy: Exclude<StuckOrder, 'DELAY_COST'>): (row: number) => number {
  switch (orderBy) {
    case 'AGE': {
      const { startedAt } = view.derive(milestones);
      return (row) => view.asOf - (startedAt[row] ?? 0);
    }
    case 'TIME_IN_STAGE': {
      const { start, from } = view.derive(stageVisits);
      return (row) => view.asOf - (from[(start[row + 1] ?? 0) - 1] ?? 0);
    }
  }
}
