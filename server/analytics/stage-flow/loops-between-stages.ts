import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';

/** Two stages between which issues went there and straight back. */
export interface LoopBetween {
  /** Indexes into the view's stages, the one that comes first in the workflow first. */
  readonly first: number;
  readonly second: number;
  /** The issues that did, each once, in the order of the rows. */
  readonly rows: readonly number[];
}

/**
 * The loops A→B→A of the rows after their start, whichever of the two stages they began in: an issue that came and
 * went several times is one (METRICS 2.3, "Ping-pong"). What a backlog does to an issue before anybody begins is none, nor
 * is what lies between two DONE stages; statuses in no stage have no loops. In the order of the workflow.
 */
export function loopsBetweenStages(view: FlowView, rows: Uint32Array): LoopBetween[] {
  const { start, stage, from } = view.derive(stageVisits);
  const { startedAt } = view.derive(milestones);
  const { length } = view.stages;
  const isDone = view.stages.map(({ kind }) => kind === 'DONE');
  const found = Array.from({ length: length * length }, (): number[] => []);
  for (const row of rows) {
    const started = startedAt[row] ?? 0;
    const end = start[row + 1] ?? 0;
    for (let visit = (start[row] ?? 0) + 2; visit < end; visit += 1) {
      const a = stage[visit] ?? -1;
      const b = stage[visit - 1] ?? -1;
      if ((from[visit] ?? 0) < started || a < 0 || b < 0 || stage[visit - 2] !== a || (isDone[a] && isDone[b]))
        continue;
      const its = found[Math.min(a, b) * length + Math.max(a, b)];
      if (its && its.at(-1) !== row) its.push(row);
    }
  }
  return found.flatMap((its, place) =>
    its.length === 0 ? [] : { first: Math.floor(place / length), second: place % length, rows: its },
  );
}
