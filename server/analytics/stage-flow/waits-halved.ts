import { type Duration, durationOf } from '../clocks/duration.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
import type { Question } from '../metrics/question.ts';
import { fewestFor } from '../statistics/duration-percentiles.ts';
import { nearestRankPlace } from '../statistics/nearest-rank.ts';
import { selectRank } from '../statistics/select-rank.ts';
import { waitingByStage } from './waiting-by-stage.ts';

/** What would have been, had the items of the window waited half as long in one stage. */
export interface WhatIf {
  /** Withheld below 10 items. */
  readonly p85LeadTime: Duration | null;
  readonly caveat: string;
}

const caveat =
  'An upper bound: work that leaves this stage sooner waits longer in the next when that one is the narrower.';

/** The answer for each of the stages, by index: the lead times of the delivered items, less half of what each waited there. */
export function waitsHalved({ view, rows, window, clock }: Question, stageIndexes: readonly number[]): WhatIf[] {
  const delivered = deliveredWithin(view, rows, window);
  const { doneAt } = view.derive(milestones);
  const addWaits = waitingByStage(view, clock);
  const waits = new Float64Array(view.stages.length);
  const shorter = stageIndexes.map((stage) => ({ stage, leadTimes: new Float64Array(delivered.length) }));
  delivered.forEach((row, index) => {
    waits.fill(0);
    addWaits(row, waits);
    const leadTime = clock.reading(doneAt[row] ?? 0) - clock.reading(view.table.createdAt[row] ?? 0);
    for (const { stage, leadTimes } of shorter) leadTimes[index] = leadTime - (waits[stage] ?? 0) / 2;
  });
  return shorter.map(({ leadTimes }) => {
    if (leadTimes.length < fewestFor.p85) return { p85LeadTime: null, caveat };
    const p85 = selectRank(leadTimes, nearestRankPlace(leadTimes.length, 85));
    return { p85LeadTime: durationOf(p85, clock), caveat };
  });
}
