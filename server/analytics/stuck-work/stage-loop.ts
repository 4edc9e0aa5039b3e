import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import { visitSlots } from './stage-slots.ts';

/** A way from one stage to another and straight back, as slots, and how often an issue went it. */
export interface StageLoop {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * The loop A→B→A that an issue went most often, the earliest of equals; null without any. A loop counts when it ends
 * after the start, so that what a backlog does to an issue before anybody begins is none (METRICS 2.3, "Ping-pong").
 */
export function stageLoop(view: FlowView, row: number): StageLoop | null {
  const { start, from } = view.derive(stageVisits);
  const slots = view.derive(visitSlots);
  const started = view.derive(milestones).startedAt[row] ?? 0;
  const first = start[row] ?? 0;
  const end = start[row + 1] ?? 0;
  let most: StageLoop | null = null;
  for (let visit = first + 2; visit < end; visit += 1) {
    const a = slots[visit - 2] ?? 0;
    const b = slots[visit - 1] ?? 0;
    if (slots[visit] !== a || (from[visit] ?? 0) < started) continue;
    let count = 1;
    for (let later = visit + 1; later < end; later += 1)
      if (slots[later] === a && slots[later - 1] === b && slots[later - 2] === a) count += 1;
    if (count > (most?.count ?? 0)) most = { from: a, to: b, count };
  }
  return most;
}
