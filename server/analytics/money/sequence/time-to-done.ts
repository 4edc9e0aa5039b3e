import { secondsPerDay } from '../../clocks/local-date.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { stageVisits } from '../../flow-view/stage-visits.ts';
import type { Question } from '../../metrics/question.ts';
import { nearestRankPlace } from '../../statistics/nearest-rank.ts';
import { selectRank } from '../../statistics/select-rank.ts';
import { slotCount, visitSlots } from '../../stuck-work/stage-slots.ts';

export interface TimeToDone {
  /** Calendar seconds, a day at least. */
  readonly seconds: number;
  /** How many delivered items it is the median of; a day where there are none. */
  readonly n: number;
}

/**
 * How long it takes, for each slot of a stage, from an item's first entry into it to done (METRICS 4, "CD3"): the median,
 * by nearest rank, of the items delivered in the window that had been there.
 */
export function timesToDone(question: Pick<Question, 'view' | 'rows' | 'window'>): readonly TimeToDone[] {
  const kept = question.view.derive(timesOfWindows);
  const known = kept.get(question.window)?.get(question.rows);
  if (known) return known;
  const times = timesOf(question);
  const ofWindow = kept.get(question.window) ?? new WeakMap<Uint32Array, TimeToDone[]>();
  kept.set(question.window, ofWindow.set(question.rows, times));
  return times;
}

/** Several ask for them in one answer: kept as long as the window and the list of rows are. */
const timesOfWindows = (_view: FlowView) => new WeakMap<Question['window'], WeakMap<Uint32Array, TimeToDone[]>>();

function timesOf({ view, rows, window }: Pick<Question, 'view' | 'rows' | 'window'>): TimeToDone[] {
  const { doneAt } = view.derive(milestones);
  const { start, from } = view.derive(stageVisits);
  const slots = view.derive(visitSlots);
  const delivered = deliveredWithin(view, rows, window);
  const fromSlot = Array.from({ length: slotCount(view) }, (): number[] => []);
  const seenIn = new Int32Array(fromSlot.length).fill(-1);
  for (const row of delivered) {
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const slot = slots[visit] ?? 0;
      if (seenIn[slot] === row) continue;
      seenIn[slot] = row;
      fromSlot[slot]?.push((doneAt[row] ?? 0) - (from[visit] ?? 0));
    }
  }
  return fromSlot.map((times) => {
    const median = times.length > 0 ? selectRank(Float64Array.from(times), nearestRankPlace(times.length, 50)) : 0;
    return { seconds: Math.max(secondsPerDay, median), n: times.length };
  });
}
