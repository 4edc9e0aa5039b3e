import { segmentBits } from '../../domain/flow-chunk.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';
import { segmentStatuses } from './segment-statuses.ts';
import { stageKindCode } from './stage-kind-code.ts';
import { statusPlaces } from './status-places.ts';

/**
 * Process time: seconds in ACTIVE stages while not flagged, between startedAt and doneAt or asOf (METRICS 4, "Flow
 * efficiency"). 0 for an issue that was never started.
 */
export function activeSeconds(view: FlowView, row: number, clock: TimeClock): number {
  const { segmentStart, segmentFrom, segmentBits: columnBits } = view.table;
  const { startedAt, doneAt } = view.derive(milestones);
  const places = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  const started = startedAt[row] ?? 0;
  if (started === 0) return 0;
  const ended = doneAt[row] || view.asOf;
  const end = segmentStart[row + 1] ?? 0;
  let active = 0;
  for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
    if (places.kind[statuses[segment] ?? 0] !== stageKindCode.ACTIVE) continue;
    if (((columnBits[segment] ?? 0) & segmentBits.BLOCKED) !== 0) continue;
    const from = Math.max(segmentFrom[segment] ?? 0, started);
    const to = Math.min(segment + 1 === end ? ended : (segmentFrom[segment + 1] ?? 0), ended);
    if (to > from) active += clock.reading(to) - clock.reading(from);
  }
  return active;
}
