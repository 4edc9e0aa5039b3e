import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { firstVisitSince, stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';

/** Exits from a stage in the window. Who made them is not told: only how many one person made at most. */
export interface StageExits {
  readonly exits: number;
  /** Of the exits, those of the one person who made most of them; issues that were nobody's have no part in it. */
  readonly mostByOne: number;
}

/**
 * The exits from each ACTIVE stage of the view, 0 from the others. An exit is made by the assignee at that moment: who has
 * had the issue until then, not who gets it with the move.
 */
export function exitsByOwner({ view, rows, window }: Pick<Question, 'view' | 'rows' | 'window'>): StageExits[] {
  const visits = view.derive(stageVisits);
  const { start, stage, kind, to } = visits;
  const { segmentStart, segmentFrom, segmentAssignee, strings } = view.table;
  // One count for each text of the table, nobody's at place 0.
  const counts = view.stages.map((each) => new Uint32Array(each.kind === 'ACTIVE' ? strings.length : 0));
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    let segment = segmentStart[row] ?? 0;
    for (let visit = firstVisitSince(visits, row, window.from); visit < end; visit += 1) {
      const left = to[visit] ?? 0;
      if (left >= window.to) break;
      if (left < window.from || kind[visit] !== stageKindCode.ACTIVE) continue;
      while ((segmentFrom[segment + 1] ?? 0) < left) segment += 1;
      const byOwner = counts[stage[visit] ?? -1];
      const owner = segmentAssignee[segment] ?? 0;
      if (byOwner) byOwner[owner] = (byOwner[owner] ?? 0) + 1;
    }
  }
  return counts.map((byOwner) => ({
    exits: byOwner.reduce((sum, count) => sum + count, 0),
    mostByOne: byOwner.subarray(1).reduce((most, count) => Math.max(most, count), 0),
  }));
}
