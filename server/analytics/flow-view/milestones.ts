import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from './flow-view.ts';
import { isDiscarding } from './is-discarding.ts';
import { stageKindCode } from './stage-kind-code.ts';
import { stageVisits } from './stage-visits.ts';

/** The dates that matter, one per row, in Unix seconds; 0 where an issue has none. */
export interface Milestones {
  /** First entry into a QUEUE or ACTIVE stage; doneAt for an item that got there without one. */
  readonly startedAt: Uint32Array;
  /** First completion, kept when the issue was reopened. */
  readonly firstDoneAt: Uint32Array;
  /** Entry into the DONE stages in which the issue is now: the first of several in a row. */
  readonly doneAt: Uint32Array;
  /** 1 for items done with a resolution that says they were dropped. */
  readonly discarded: Uint8Array;
  /** 1 for issues in a DONE status of whose way there nothing is recorded. */
  readonly closedWithoutHistory: Uint8Array;
}

/** METRICS 2.1, rules 9, 10, 11 and 19, as read by section 4 ("Start", "Discarded", "Closed without history"). */
export function milestones(view: FlowView): Milestones {
  const { rowCount, resolution, resolvedAt, createdAt, strings } = view.table;
  const { start, kind, from } = view.derive(stageVisits);
  const discards = Uint8Array.from(strings, (text) => (isDiscarding(text) ? 1 : 0));
  const result: Milestones = {
    startedAt: new Uint32Array(rowCount),
    firstDoneAt: new Uint32Array(rowCount),
    doneAt: new Uint32Array(rowCount),
    discarded: new Uint8Array(rowCount),
    closedWithoutHistory: new Uint8Array(rowCount),
  };
  for (let row = 0; row < rowCount; row += 1) {
    const first = start[row] ?? 0;
    const last = (start[row + 1] ?? 0) - 1;
    if (last < first) continue;
    let started = 0;
    let firstDone = 0;
    let done = 0;
    let isDone = false;
    for (let visit = first; visit <= last; visit += 1) {
      const code = kind[visit] ?? 0;
      if (code === stageKindCode.DONE) {
        if (!isDone) done = from[visit] ?? 0;
        if (firstDone === 0) firstDone = done;
      } else if (started === 0 && code !== stageKindCode.BACKLOG) started = from[visit] ?? 0;
      isDone = code === stageKindCode.DONE;
    }
    if (isDone && first === last && !hasStatusChange(view, row)) {
      result.closedWithoutHistory[row] = 1;
      const resolved = resolvedAt[row] ?? 0;
      done = resolved === 0 ? 0 : Math.min(Math.max(resolved, createdAt[row] ?? 0), view.asOf);
      firstDone = done;
    }
    if (!isDone) done = 0;
    result.doneAt[row] = done;
    result.firstDoneAt[row] = firstDone;
    result.startedAt[row] = started === 0 ? done : started;
    result.discarded[row] = done === 0 ? 0 : (discards[resolution[row] ?? 0] ?? 0);
  }
  return result;
}

function hasStatusChange({ table, asOf }: FlowView, row: number): boolean {
  const end = table.segmentStart[row + 1] ?? 0;
  for (let segment = (table.segmentStart[row] ?? 0) + 1; segment < end; segment += 1)
    if (((table.segmentBits[segment] ?? 0) & segmentBits.ENTERED) !== 0 && (table.segmentFrom[segment] ?? 0) < asOf)
      return true;
  return false;
}
