import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';

/** The issues that were in a stage during the window, ascending, and how long each, in seconds of the question's clock. */
export interface TimeInStage {
  readonly rows: Uint32Array;
  readonly seconds: Float64Array;
}

/**
 * Time in one stage inside the window, issue by issue. Of a DONE stage, in which nearly everything that was ever finished
 * is, only what entered it in the window.
 */
export function timeInStage({ view, rows, window, clock }: Question, stageIndex: number): TimeInStage {
  const { start, stage, from, to } = view.derive(stageVisits);
  const onlyEntries = view.stages[stageIndex]?.kind === 'DONE';
  const found = new Uint32Array(rows.length);
  const seconds = new Float64Array(rows.length);
  let count = 0;
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    let time = -1;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const began = from[visit] ?? 0;
      if (began >= window.to) break;
      if (stage[visit] !== stageIndex || (onlyEntries && began < window.from)) continue;
      const first = Math.max(began, window.from);
      const last = Math.min(to[visit] ?? 0, window.to);
      if (last > first) time = Math.max(time, 0) + clock.reading(last) - clock.reading(first);
    }
    if (time < 0) continue;
    found[count] = row;
    seconds[count] = time;
    count += 1;
  }
  return { rows: found.slice(0, count), seconds: seconds.slice(0, count) };
}
