import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';

/** Returns to a stage from one other. */
export interface ReturnsFrom {
  /** Index into the view's stages. */
  readonly from: number;
  count: number;
  /** What those visits took inside the window, in seconds of the question's clock; nothing in DONE. */
  seconds: number;
}

export interface StageReturns {
  /** The most frequent first. */
  readonly loops: readonly ReturnsFrom[];
  /** Those from statuses in no stage. */
  readonly fromNoStage: number;
}

/** Entries, in the window, into a stage where the issue had been before, by the stage it came from (METRICS 4, "Returns"). */
export function stageReturns({ view, rows, window, clock }: Question, stageIndex: number): StageReturns {
  const { start, stage, from, to } = view.derive(stageVisits);
  const takesTime = view.stages[stageIndex]?.kind !== 'DONE';
  const found = new Map<number, ReturnsFrom>();
  let fromNoStage = 0;
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    let wasHere = false;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const began = from[visit] ?? 0;
      if (began >= window.to) break;
      if (stage[visit] !== stageIndex) continue;
      if (wasHere && began >= window.from) {
        const before = stage[visit - 1] ?? -1;
        if (before < 0) fromNoStage += 1;
        else {
          const loop = found.get(before) ?? { from: before, count: 0, seconds: 0 };
          const ended = Math.min(to[visit] ?? 0, window.to);
          loop.count += 1;
          if (takesTime) loop.seconds += clock.reading(ended) - clock.reading(began);
          found.set(before, loop);
        }
      }
      wasHere = true;
    }
  }
  return { loops: [...found.values()].sort((a, b) => b.count - a.count || a.from - b.from), fromNoStage };
}
