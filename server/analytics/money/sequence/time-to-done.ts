import { secondsPerDay } from '../../clocks/local-date.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { stageVisits } from '../../flow-view/stage-visits.ts';
import type { Question } from '../../metrics/question.ts';
import { fewestFor } from '../../statistics/duration-percentiles.ts';
import { nearestRankPlace } from '../../statistics/nearest-rank.ts';
import { selectRank } from '../../statistics/select-rank.ts';
import { slotCount, visitSlots } from '../../stuck-work/stage-slots.ts';

/**
 * What a duration is the median of: the times from a stage to done, where too few had been in it the cycle times of all
 * that were delivered, and nothing, a day being as good as any time, where these are too few too.
 */
export const durationSources = ['STAGE', 'CYCLE', 'NONE'] as const;
export type DurationSource = (typeof durationSources)[number];

export interface TimeToDone {
  /** Calendar seconds, a day at least. */
  readonly seconds: number;
  readonly source: DurationSource;
}

/**
 * How long it takes, for each slot of a stage, from an item's first entry into it to done (METRICS 4, "CD3"): the median,
 * by nearest rank, of the items delivered in the window that had been there.
 */
export function timesToDone({ view, rows, window }: Pick<Question, 'view' | 'rows' | 'window'>): TimeToDone[] {
  const { startedAt, doneAt } = view.derive(milestones);
  const { start, from } = view.derive(stageVisits);
  const slots = view.derive(visitSlots);
  const delivered = deliveredWithin(view, rows, window);
  const cycles = Float64Array.from(delivered, (row) => (doneAt[row] ?? 0) - (startedAt[row] ?? 0));
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
  const cycle = median(cycles);
  const otherwise: TimeToDone =
    cycle === null ? { seconds: secondsPerDay, source: 'NONE' } : { seconds: dayAtLeast(cycle), source: 'CYCLE' };
  return fromSlot.map((times) => {
    const seconds = median(Float64Array.from(times));
    return seconds === null ? otherwise : { seconds: dayAtLeast(seconds), source: 'STAGE' };
  });
}

const dayAtLeast = (seconds: number): number => Math.max(secondsPerDay, seconds);

/** Null for fewer than 5. Reorders the values. */
function median(values: Float64Array): number | null {
  return values.length < fewestFor.p50 ? null : selectRank(values, nearestRankPlace(values.length, 50));
}
