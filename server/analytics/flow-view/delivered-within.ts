import type { TimeWindow } from '../../domain/question.ts';
import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';

/** Those of the rows whose work was delivered (done and not discarded) with doneAt in [from, to), in the same order. */
export function deliveredWithin(view: FlowView, rows: Uint32Array, { from, to }: TimeWindow): Uint32Array {
  const { doneAt, discarded } = view.derive(milestones);
  const found = new Uint32Array(rows.length);
  let end = 0;
  for (const row of rows) {
    const at = doneAt[row] ?? 0;
    if (at === 0 || at < from || at >= to || discarded[row] !== 0) continue;
    found[end] = row;
    end += 1;
  }
  return found.slice(0, end);
}
