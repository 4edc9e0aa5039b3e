import { segmentEnds } from '../flow-view/segment-ends.ts';
import type { Question } from '../metrics/question.ts';
import type { TimePlaces } from './time-places.ts';
import { walkVisits } from './walk-visits.ts';

/**
 * The rows behind one place: those that spent time there inside the window, the longest (on the question's clock) first.
 * For DONE, whose figure is the number of entries, only those that entered it.
 */
export function rowsByTimeInPlace(
  { view, rows, window, clock }: Question,
  places: TimePlaces,
  wanted: number,
): Uint32Array {
  const { segmentFrom } = view.table;
  const ends = view.derive(segmentEnds);
  const onlyEntries = places.isDone(wanted);
  const times = new Map<number, number>();
  walkVisits(view, rows, places, window.from, window.to, (row, place, first, last) => {
    const began = segmentFrom[first] ?? 0;
    const from = Math.max(began, window.from);
    const to = Math.min(ends[last] ?? 0, window.to);
    if (place !== wanted || to <= from || (onlyEntries && began < window.from)) return;
    times.set(row, (times.get(row) ?? 0) + clock.reading(to) - clock.reading(from));
  });
  return Uint32Array.from(
    [...times].sort(([rowA, a], [rowB, b]) => b - a || rowA - rowB),
    ([row]) => row,
  );
}
