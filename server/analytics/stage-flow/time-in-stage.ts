import { stageVisits } from '../flow-view/stage-visits.ts';
import { visitReadings } from '../flow-view/visit-readings.ts';
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
  const readings = view.deriveOn(clock, visitReadings);
  const opens = clock.reading(window.from);
  const closes = clock.reading(window.to);
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
      const ended = to[visit] ?? 0;
      if (ended <= window.from) continue;
      const first = began < window.from ? opens : (readings.from[visit] ?? 0);
      const last = ended < window.to ? (readings.to[visit] ?? 0) : closes;
      time = Math.max(time, 0) + last - first;
    }
    if (time < 0) continue;
    found[count] = row;
    seconds[count] = time;
    count += 1;
  }
  return { rows: found.slice(0, count), seconds: seconds.slice(0, count) };
}
