import type { Question } from '../metrics/question.ts';
import { timeInStage } from './time-in-stage.ts';

/** The rows that were in a stage during the window, the longest (on the question's clock) first. */
export function rowsByTimeInStage(question: Question, stageIndex: number): Uint32Array {
  const { rows, seconds } = timeInStage(question, stageIndex);
  const places = Uint32Array.from(rows.keys()).sort((a, b) => (seconds[b] ?? 0) - (seconds[a] ?? 0) || a - b);
  return places.map((place) => rows[place] ?? 0);
}
