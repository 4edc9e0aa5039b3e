import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';
import { stageKindCode } from './stage-kind-code.ts';
import { stageVisits, stillOpen } from './stage-visits.ts';

/**
 * Every stay in the DONE stages, which count as one place. Row i owns those from `start[i]` to `start[i + 1]`, in order.
 * `to` is `stillOpen` where the issue had not left by asOf. An issue of whose way to DONE nothing is recorded enters at its
 * resolution date, and has no stay without one (METRICS 4, "Closed without history").
 */
export interface DoneStays {
  readonly start: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export function doneStays(view: FlowView): DoneStays {
  const { rowCount } = view.table;
  const visits = view.derive(stageVisits);
  const { doneAt, closedWithoutHistory } = view.derive(milestones);
  const start = new Uint32Array(rowCount + 1);
  const from = new Uint32Array(visits.from.length);
  const to = new Uint32Array(visits.from.length);
  let end = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const last = visits.start[row + 1] ?? 0;
    let isDone = false;
    for (let visit = visits.start[row] ?? 0; visit < last; visit += 1) {
      const wasDone = isDone;
      isDone = visits.kind[visit] === stageKindCode.DONE;
      if (isDone && !wasDone) {
        from[end] = visits.from[visit] ?? 0;
        end += 1;
      }
      if (isDone) to[end - 1] = visits.to[visit] ?? stillOpen;
    }
    if (closedWithoutHistory[row] === 1) {
      const resolved = doneAt[row] ?? 0;
      if (resolved === 0) end -= 1;
      else from[end - 1] = resolved;
    }
    start[row + 1] = end;
  }
  return { start, from: from.slice(0, end), to: to.slice(0, end) };
}
