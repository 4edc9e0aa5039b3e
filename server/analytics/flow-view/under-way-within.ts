import type { TimeWindow } from '../../domain/question.ts';
import type { FlowView } from './flow-view.ts';
import { stageKindCode } from './stage-kind-code.ts';
import { firstVisitSince, stageVisits } from './stage-visits.ts';

/** Those of the rows that spent at least a second inside [from, to) in any but a DONE stage, in the same order. */
export function underWayWithin(view: FlowView, rows: Uint32Array, window: TimeWindow): Uint32Array {
  const visits = view.derive(stageVisits);
  const { start, kind, from, to } = visits;
  return rows.filter((row) => {
    const end = start[row + 1] ?? 0;
    for (let visit = firstVisitSince(visits, row, window.from); visit < end; visit += 1) {
      const first = Math.max(from[visit] ?? 0, window.from);
      if (first < Math.min(to[visit] ?? 0, window.to) && kind[visit] !== stageKindCode.DONE) return true;
    }
    return false;
  });
}
