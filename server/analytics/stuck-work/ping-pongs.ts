import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageLoop } from './stage-loop.ts';

/** Loops of one kind that are more than a matter of chance. */
const fewestLoops = 2;

/** 1 for each issue under way that goes back and forth between two stages. */
export function pingPongs(view: FlowView): Uint8Array {
  const { startedAt, doneAt } = view.derive(milestones);
  return Uint8Array.from(startedAt, (started, row) =>
    started !== 0 && doneAt[row] === 0 && (stageLoop(view, row)?.count ?? 0) >= fewestLoops ? 1 : 0,
  );
}
