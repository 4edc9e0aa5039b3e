import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from './flow-view.ts';
import { segmentEnds } from './segment-ends.ts';

/** A clock's readings at both ends of every segment: its length is the difference. For `FlowView.deriveOn`. */
export interface SegmentReadings {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

export function segmentReadings(view: FlowView, clock: TimeClock): SegmentReadings {
  const ends = view.derive(segmentEnds);
  const { segmentFrom } = view.table;
  const from = new Float64Array(segmentFrom.length);
  const to = new Float64Array(segmentFrom.length);
  for (let segment = 0; segment < segmentFrom.length; segment += 1) {
    from[segment] = clock.reading(segmentFrom[segment] ?? 0);
    to[segment] = clock.reading(ends[segment] ?? 0);
  }
  return { from, to };
}
