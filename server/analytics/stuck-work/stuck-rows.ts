import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import { rowsByKey } from '../issue-selection/issue-order.ts';
import type { Question } from '../metrics/question.ts';
import { waitedSoFar } from './waited-so-far.ts';

export const stuckOrders = ['DELAY_COST', 'AGE', 'TIME_IN_STAGE'] as const;
/**
 * The most first. While no day of delay has a price, every one of them costs the same, and what delay has cost is the
 * waiting so far.
 */
export type StuckOrder = (typeof stuckOrders)[number];

/**
 * The rows in order; equal ones by key. Lengths are those of the calendar, whatever the clock: no clock orders two ages the
 * other way round, and working time has many equals.
 */
export function stuckRows({ view }: Question, rows: Uint32Array, orderBy: StuckOrder): Uint32Array {
  const places = view.derive(placesByKey);
  const lengthOf = lengthsOf(view, orderBy);
  const width = places.length;
  // Length and place in one number, which is exact up to two million issues and far faster to sort than rows.
  const sorted = Float64Array.from(rows, (row) => (longest - lengthOf(row)) * width + (places[row] ?? 0)).sort();
  const byKey = view.derive(rowsByKey);
  return Uint32Array.from(sorted, (value) => byKey[value % width] ?? 0);
}

const longest = 2 ** 32 - 1;

/** Where each row stands in the order of keys. */
function placesByKey(view: FlowView): Uint32Array {
  const places = new Uint32Array(view.table.rowCount);
  view.derive(rowsByKey).forEach((row, place) => {
    places[row] = place;
  });
  return places;
}

/** Calendar seconds of an issue under way. */
function lengthsOf(view: FlowView, orderBy: StuckOrder): (row: number) => number {
  switch (orderBy) {
    case 'DELAY_COST': {
      const waited = view.derive(waitedSoFar);
      return (row) => waited[row] ?? 0;
    }
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
