import { firstVisitSince, stageVisits } from '../../flow-view/stage-visits.ts';
import { fewestFor } from '../../statistics/duration-percentiles.ts';
import { nearestRankPlace } from '../../statistics/nearest-rank.ts';
import { selectRank } from '../../statistics/select-rank.ts';
import type { MoneyQuestion } from '../money-question.ts';
import type { DelayCost } from './delay-cost.ts';
import { tallyDelay } from './delay-tally.ts';
import { waitingStays } from './waiting-stays.ts';

/**
 * What would have been saved, stage by stage of the view, had no visit that ended in the window been longer than the
 * median of those visits: what it cost, inside the window, to wait in each of them once the median had passed. Calendar
 * time. Null for a stage that fewer visits than a median needs have ended in. An upper bound: work that leaves a stage
 * sooner waits longer in the next when that one is the narrower.
 */
export function delayAfterMedian(question: MoneyQuestion): (DelayCost | null)[] {
  const { view, window } = question;
  const { from, to } = view.derive(stageVisits);
  const ended = endedVisits(question);
  const tally = tallyDelay(question, view.stages.length);
  const waits = view.derive(waitingStays);
  const isKnown = ended.map(({ visits, rows }, stage) => {
    if (visits.length < fewestFor.p50) return false;
    const stays = Float64Array.from(visits, (visit) => (to[visit] ?? 0) - (from[visit] ?? 0));
    const median = selectRank(stays, nearestRankPlace(stays.length, 50));
    visits.forEach((visit, index) => {
      const row = rows[index] ?? 0;
      const late = Math.max((from[visit] ?? 0) + median, window.from);
      const left = to[visit] ?? 0;
      const end = waits.start[row + 1] ?? 0;
      for (let wait = waits.start[row] ?? 0; wait < end; wait += 1) {
        const first = Math.max(waits.from[wait] ?? 0, late);
        const last = Math.min(waits.to[wait] ?? 0, left);
        if (first < last) tally.add(stage, row, first, last);
      }
    });
    return true;
  });
  return tally.costs().map((cost, stage) => (isKnown[stage] ? cost : null));
}

/** Visits to a stage that ended in the window, and whose each was; issue by issue. */
interface EndedVisits {
  readonly visits: number[];
  readonly rows: number[];
}

function endedVisits({ view, rows, window }: MoneyQuestion): EndedVisits[] {
  const visits = view.derive(stageVisits);
  const ended = view.stages.map((): EndedVisits => ({ visits: [], rows: [] }));
  for (const row of rows) {
    const end = visits.start[row + 1] ?? 0;
    for (let visit = firstVisitSince(visits, row, window.from); visit < end; visit += 1) {
      const left = visits.to[visit] ?? 0;
      if (left >= window.to) break;
      if (left < window.from) continue;
      const its = ended[visits.stage[visit] ?? -1];
      its?.visits.push(visit);
      its?.rows.push(row);
    }
  }
  return ended;
}
