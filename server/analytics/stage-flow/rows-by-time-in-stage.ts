import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';

/** The rows that were in a stage during the window, the longest (on the question's clock) first. */
export function rowsByTimeInStage({ view, rows, window, clock }: Question, stageIndex: number): Uint32Array {
  const { start, stage, from, to } = view.derive(stageVisits);
  const times = new Map<number, number>();
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const first = Math.max(from[visit] ?? 0, window.from);
      const last = Math.min(to[visit] ?? 0, window.to);
      if (stage[visit] === stageIndex && last > first)
        times.set(row, (times.get(row) ?? 0) + clock.reading(last) - clock.reading(first));
    }
  }
  return Uint32Array.from(
    [...times].sort(([rowA, a], [rowB, b]) => b - a || rowA - rowB),
    ([row]) => row,
  );
}
