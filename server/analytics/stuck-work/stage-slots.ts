import type { FlowView } from '../flow-view/flow-view.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';

/** Places in a list that has one for each stage, and behind them one for each kind of the statuses in no stage. */
export const slotCount = ({ stages }: FlowView): number => stages.length + 4;

/** The slot of each visit, as `stageVisits` has them. */
export function visitSlots(view: FlowView): Uint16Array {
  const { stage, kind } = view.derive(stageVisits);
  const slots = new Uint16Array(stage.length);
  for (let visit = 0; visit < slots.length; visit += 1) {
    const place = stage[visit] ?? -1;
    slots[visit] = place >= 0 ? place : view.stages.length + (kind[visit] ?? 0);
  }
  return slots;
}

/** The slot in which a row is at asOf. */
export function presentSlot(view: FlowView, row: number): number {
  const { start } = view.derive(stageVisits);
  return view.derive(visitSlots)[(start[row + 1] ?? 0) - 1] ?? 0;
}

/** What people call a slot. */
export function slotName({ stages }: FlowView, slot: number): string {
  return stages[slot]?.name ?? 'a status in no stage';
}
