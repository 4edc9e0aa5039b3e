import { stageVisits } from '../flow-view/stage-visits.ts';
import type { Question } from '../metrics/question.ts';
import { stageStays } from '../stage-flow/stage-stays.ts';
import { timeInStage } from '../stage-flow/time-in-stage.ts';
import { heaviestFirst } from './heaviest-first.ts';

/** The issues that are in a stage just before the window's end, the one that has been there longest first. */
export function rowsPresent({ view, rows, window }: Question, stageIndex: number): Uint32Array {
  const { start, stage, from } = view.derive(stageVisits);
  const since = new Map<number, number>();
  for (const row of rows) {
    const first = start[row] ?? 0;
    let visit = (start[row + 1] ?? 0) - 1;
    while (visit >= first && (from[visit] ?? 0) >= window.to) visit -= 1;
    if (visit >= first && stage[visit] === stageIndex) since.set(row, from[visit] ?? 0);
  }
  return heaviestFirst(view, Uint32Array.from(since.keys()), (row) => window.to - (since.get(row) ?? 0));
}

/** The issues whose stays in a stage ended in the window, each once, the one with the longest of them first. */
export function rowsByStay(question: Question, stageIndex: number): Uint32Array {
  const stays = stageStays(question, stageIndex);
  const longest = new Map<number, number>();
  stays.rows.forEach((row, place) => {
    longest.set(row, Math.max(longest.get(row) ?? 0, stays.seconds[place] ?? 0));
  });
  return heaviestFirst(question.view, Uint32Array.from(longest.keys()), (row) => longest.get(row) ?? 0);
}

/** The issues that were in a stage during the window, the longest first. */
export function rowsByTime(question: Question, stageIndex: number): Uint32Array {
  const { rows, seconds } = timeInStage(question, stageIndex);
  const timeOf = new Map(Array.from(rows, (row, place) => [row, seconds[place] ?? 0]));
  return heaviestFirst(question.view, rows, (row) => timeOf.get(row) ?? 0);
}
