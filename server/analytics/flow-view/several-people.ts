import type { TimeWindow } from '../../domain/question.ts';
import type { FlowView } from './flow-view.ts';
import { segmentEnds } from './segment-ends.ts';
import { segmentState, segmentStates } from './segment-states.ts';
import { stageKindCode } from './stage-kind-code.ts';

/** Whether at least two people owned an issue of the connection, whatever the scope, that was not done for a second of the window. */
export function severalPeople(view: FlowView, window: TimeWindow): boolean {
  const { rowCount, segmentStart, segmentFrom, segmentAssignee } = view.table;
  const ends = view.derive(segmentEnds);
  const states = view.derive(segmentStates);
  let known = 0;
  // From the end: what is new in a table is mostly there.
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    for (let segment = (segmentStart[row + 1] ?? 0) - 1; segment >= (segmentStart[row] ?? 0); segment -= 1) {
      const to = ends[segment] ?? 0;
      if (to <= window.from) break;
      const from = segmentFrom[segment] ?? 0;
      const person = segmentAssignee[segment] ?? 0;
      if (person === 0 || person === known || from >= window.to || to === from) continue;
      if (((states[segment] ?? 0) & segmentState.KIND) === stageKindCode.DONE) continue;
      if (known !== 0) return true;
      known = person;
    }
  }
  return false;
}
