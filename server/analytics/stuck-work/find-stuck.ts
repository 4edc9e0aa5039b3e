import { milestones } from '../flow-view/milestones.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';
import { lastActivity } from './last-activity.ts';
import { pingPongs } from './ping-pongs.ts';
import { presentSegments } from './present-segments.ts';
import { visitSlots } from './stage-slots.ts';
import { stayLimits } from './stay-limits.ts';
import { stuckBit } from './stuck-kind.ts';

/** Nothing is called stale sooner, calendar seconds: a week. */
export const leastQuiet = 7 * 86_400;

/** The issues under way, and in which ways each is stuck. */
export interface Stuck {
  readonly underWay: Uint32Array;
  /** `stuckBit`s of every row of the table; 0 for one that is not stuck, not under way or not in scope. */
  readonly bits: Uint8Array;
  /** 85th percentile of stays, by slot of a stage, seconds of the clock. */
  readonly stayLimits: readonly (number | null)[];
}

/** `ageLimit`: seconds of the clock beyond which an issue is aging; null where that is not known. */
export function findStuck(question: Question, ageLimit: number | null): Stuck {
  const { view, clock } = question;
  const { segmentAssignee, rowCount } = view.table;
  const { startedAt, doneAt } = view.derive(milestones);
  const { start } = view.derive(stageVisits);
  const slots = view.derive(visitSlots);
  const states = view.derive(segmentStates);
  const present = view.derive(presentSegments);
  const last = view.derive(lastActivity);
  const loops = view.derive(pingPongs);
  const limits = stayLimits(question);
  const now = clock.reading(view.asOf);
  const underWay = question.rows.filter((row) => startedAt[row] !== 0 && doneAt[row] === 0);
  const bits = new Uint8Array(rowCount);
  for (const row of underWay) {
    const segment = present[row] ?? 0;
    const state = states[segment] ?? 0;
    const limit = limits[slots[(start[row + 1] ?? 0) - 1] ?? 0] ?? 0;
    const touched = last[row] ?? 0;
    let found = loops[row] === 1 ? stuckBit.PING_PONG : 0;
    if (ageLimit !== null && now - clock.reading(startedAt[row] ?? 0) > ageLimit) found |= stuckBit.AGING;
    if ((state & segmentState.BLOCKED) !== 0) found |= stuckBit.BLOCKED;
    if (view.asOf - touched > leastQuiet && now - clock.reading(touched) > limit) found |= stuckBit.STALE;
    if ((state & segmentState.KIND) === stageKindCode.ACTIVE && segmentAssignee[segment] === 0)
      found |= stuckBit.UNASSIGNED;
    bits[row] = found;
  }
  return { underWay, bits, stayLimits: limits };
}
