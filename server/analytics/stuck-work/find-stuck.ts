import { milestones } from '../flow-view/milestones.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';
import { lastActivity } from './last-activity.ts';
import { presentSegments } from './present-segments.ts';
import { stageLoop } from './stage-loop.ts';
import { visitSlots } from './stage-slots.ts';
import { stayLimits } from './stay-limits.ts';
import { stuckBit } from './stuck-kind.ts';

/** Loops of one kind that are more than a matter of chance. */
export const fewestLoops = 2;
/** Nothing is called stale sooner, calendar seconds: a week. */
export const leastQuiet = 7 * 86_400;

/** The issues under way, and in which ways each is stuck, as `stuckBit`s; both lists go together. */
export interface Stuck {
  readonly rows: Uint32Array;
  readonly bits: Uint8Array;
  /** 85th percentile of stays, by slot of a stage, seconds of the clock. */
  readonly stayLimits: readonly (number | null)[];
}

/** `ageLimit`: seconds of the clock beyond which an issue is aging; null where that is not known. */
export function findStuck(question: Question, ageLimit: number | null): Stuck {
  const { view, clock } = question;
  const { startedAt, doneAt } = view.derive(milestones);
  const { start } = view.derive(stageVisits);
  const slots = view.derive(visitSlots);
  const states = view.derive(segmentStates);
  const present = view.derive(presentSegments);
  const last = view.derive(lastActivity);
  const limits = stayLimits(question);
  const now = clock.reading(view.asOf);
  const rows = question.rows.filter((row) => startedAt[row] !== 0 && doneAt[row] === 0);
  const bits = new Uint8Array(rows.length);
  rows.forEach((row, place) => {
    const segment = present[row] ?? 0;
    const state = states[segment] ?? 0;
    const slot = slots[(start[row + 1] ?? 0) - 1] ?? 0;
    const touched = last[row] ?? 0;
    const quiet = now - clock.reading(Math.min(touched, view.asOf));
    let found = 0;
    if (ageLimit !== null && now - clock.reading(startedAt[row] ?? 0) > ageLimit) found |= stuckBit.AGING;
    if ((state & segmentState.BLOCKED) !== 0) found |= stuckBit.BLOCKED;
    if (view.asOf - touched > leastQuiet && quiet > (limits[slot] ?? 0)) found |= stuckBit.STALE;
    if ((state & segmentState.KIND) === stageKindCode.ACTIVE && view.table.segmentAssignee[segment] === 0)
      found |= stuckBit.UNASSIGNED;
    if ((stageLoop(view, row)?.count ?? 0) >= fewestLoops) found |= stuckBit.PING_PONG;
    bits[place] = found;
  });
  return { rows, bits, stayLimits: limits };
}
