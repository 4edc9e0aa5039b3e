import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';
import { slotCount, visitSlots } from './stage-slots.ts';

/** How long the issues delivered in the window took, seconds of the question's clock, each list ascending. */
export interface FinishedTimes {
  /** From start to done. */
  readonly cycle: Float64Array;
  /** For each slot of a stage, from start to the last exit of that stage, of those that were in it after their start. */
  readonly upToExit: readonly Float64Array[];
}

/** METRICS 2.3, "pace": what the time so far of an issue in a stage is to be compared with. */
export function finishedTimes(question: Question): FinishedTimes {
  const { view, rows, window, clock } = question;
  const { startedAt, doneAt } = view.derive(milestones);
  const { start, to } = view.derive(stageVisits);
  const slots = view.derive(visitSlots);
  const delivered = deliveredWithin(view, rows, window);
  const cycle = new Float64Array(delivered.length);
  const upToExit = Array.from({ length: slotCount(view) }, (): number[] => []);
  const seenIn = new Int32Array(upToExit.length).fill(-1);
  delivered.forEach((row, place) => {
    const started = startedAt[row] ?? 0;
    const done = doneAt[row] ?? 0;
    const began = clock.reading(started);
    cycle[place] = clock.reading(done) - began;
    const first = start[row] ?? 0;
    // From the last visit back, the first to a stage that is met is the last to it.
    for (let visit = (start[row + 1] ?? 0) - 1; visit >= first; visit -= 1) {
      const left = to[visit] ?? 0;
      if (left <= started) break;
      const slot = slots[visit] ?? 0;
      if (left > done || seenIn[slot] === row) continue;
      seenIn[slot] = row;
      upToExit[slot]?.push(clock.reading(left) - began);
    }
  });
  return { cycle: cycle.sort(), upToExit: upToExit.map((times) => Float64Array.from(times).sort()) };
}
