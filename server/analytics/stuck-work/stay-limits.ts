import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';
import { fewestFor } from '../statistics/duration-percentiles.ts';
import { nearestRankPlace } from '../statistics/nearest-rank.ts';
import { selectRank } from '../statistics/select-rank.ts';
import { slotCount, visitSlots } from './stage-slots.ts';

/**
 * For each slot of a stage the 85th percentile of the stays that ended in the window, in seconds of the question's clock;
 * null where there were fewer than 10.
 */
export function stayLimits({ view, rows, window, clock }: Question): (number | null)[] {
  const { start, from, to } = view.derive(stageVisits);
  const slots = view.derive(visitSlots);
  const stays = Array.from({ length: slotCount(view) }, (): number[] => []);
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const left = to[visit] ?? 0;
      if (left < window.from || left >= window.to) continue;
      stays[slots[visit] ?? 0]?.push(clock.reading(left) - clock.reading(from[visit] ?? 0));
    }
  }
  return stays.map((times) =>
    times.length < fewestFor.p85 ? null : selectRank(Float64Array.from(times), nearestRankPlace(times.length, 85)),
  );
}
