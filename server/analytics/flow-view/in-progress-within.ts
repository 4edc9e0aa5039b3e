import type { TimeWindow } from '../../domain/question.ts';
import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';

/**
 * Those of the rows that are work in progress for at least a second of [from, to): between start and done, discarded ones
 * included (METRICS 4, "WIP"). The one that began first comes first.
 */
export function inProgressWithin(view: FlowView, rows: Uint32Array, { from, to }: TimeWindow): Uint32Array {
  const { startedAt, doneAt } = view.derive(milestones);
  const started = (row: number): number => startedAt[row] ?? 0;
  return rows
    .filter((row) => {
      const done = doneAt[row] || Number.POSITIVE_INFINITY;
      return started(row) !== 0 && Math.max(started(row), from) < Math.min(done, to);
    })
    .sort((a, b) => started(a) - started(b) || a - b);
}
