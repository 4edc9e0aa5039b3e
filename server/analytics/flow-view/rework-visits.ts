import type { FlowView } from './flow-view.ts';
import { stageRank } from './stage-rank.ts';
import { stageVisits } from './stage-visits.ts';

/** 1 for each visit to a stage below the highest one the issue had reached before (METRICS 4, "Back-flow and rework"). */
export function reworkVisits(view: FlowView): Uint8Array {
  const { start, stage, kind } = view.derive(stageVisits);
  const rework = new Uint8Array(stage.length);
  for (let row = 0; row + 1 < start.length; row += 1) {
    let highest = Number.NEGATIVE_INFINITY;
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const rank = stageRank(stage[visit] ?? -1, kind[visit] ?? 0, view.stages.length);
      if (rank < highest) rework[visit] = 1;
      else if (rank > highest) highest = rank;
    }
  }
  return rework;
}
