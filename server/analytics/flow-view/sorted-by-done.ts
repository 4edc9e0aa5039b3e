import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';

/** More rows than a table has: seconds and row of an issue fit into one number together. */
const rowRange = 2 ** 21;

/** The rows by doneAt, those without one first, equals by row. Numbers sort natively, several times faster than by a function. */
export function sortedByDone(view: FlowView, rows: Uint32Array): Uint32Array {
  const { doneAt } = view.derive(milestones);
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    keys[place] = (doneAt[row] ?? 0) * rowRange + row;
  }
  keys.sort();
  const sorted = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) sorted[place] = (keys[place] ?? 0) % rowRange;
  return sorted;
}
