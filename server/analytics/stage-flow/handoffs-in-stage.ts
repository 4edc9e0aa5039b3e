import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { statusPlaces } from '../flow-view/status-places.ts';
import type { Question } from '../metrics/question.ts';

/** How often, inside the window, an issue that was in the stage was handed to a different person (METRICS 4, "Handoff and its wait"). */
export function handoffsInStage({ view, rows, window }: Question, stageIndex: number): number {
  const { segmentStart, segmentFrom } = view.table;
  const states = view.derive(segmentStates);
  const statuses = view.derive(segmentStatuses);
  const { stage } = view.derive(statusPlaces);
  let handoffs = 0;
  for (const row of rows) {
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
      if (((states[segment] ?? 0) & segmentState.HANDED_OVER) === 0) continue;
      const at = segmentFrom[segment] ?? 0;
      if (at >= window.from && at < window.to && stage[statuses[segment] ?? 0] === stageIndex) handoffs += 1;
    }
  }
  return handoffs;
}
