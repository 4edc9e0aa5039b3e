import { stageVisits } from '../flow-view/stage-visits.ts';
import { visitReadings } from '../flow-view/visit-readings.ts';
import type { Question } from '../metrics/question.ts';

/** The visits to a stage that ended in the window: whose each was, and its full length in seconds of the question's clock. */
export interface StageStays {
  readonly rows: readonly number[];
  readonly seconds: readonly number[];
}

/** Issue by issue, in the order of time. Work does not stay in DONE: there are none there (METRICS 4, "Time in status"). */
export function stageStays({ view, rows, window, clock }: Question, stageIndex: number): StageStays {
  const { start, stage, to } = view.derive(stageVisits);
  const readings = view.deriveOn(clock, visitReadings);
  const stays = { rows: [] as number[], seconds: [] as number[] };
  if (view.stages[stageIndex]?.kind === 'DONE') return stays;
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const ended = to[visit] ?? 0;
      if (stage[visit] !== stageIndex || ended < window.from || ended >= window.to) continue;
      stays.rows.push(row);
      stays.seconds.push((readings.to[visit] ?? 0) - (readings.from[visit] ?? 0));
    }
  }
  return stays;
}
