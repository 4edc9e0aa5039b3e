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
  const chosen = new Set(rows);
  const byKey = view.derive(rowsByKey).filter((row) => chosen.has(row));
  const lengths = Float64Array.from(byKey, (row) => secondsOf(view, row, orderBy));
  return Uint32Array.from(byKey.keys())
    .sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || a - b)
    .map((place) => byKey[place] ?? 0);
}

function secondsOf(view: FlowView, row: number, orderBy: StuckOrder): number {
  switch (orderBy) {
    case 'DELAY_COST':
      return waitedSoFar(view, row);
    case 'AGE':
      return view.asOf - (view.derive(milestones).startedAt[row] ?? 0);
    case 'TIME_IN_STAGE': {
      const { start, from } = view.derive(stageVisits);
      return view.asOf - (from[(start[row + 1] ?? 0) - 1] ?? 0);
    }
  }
}
