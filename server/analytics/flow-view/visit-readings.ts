import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from './flow-view.ts';
import { stageVisits } from './stage-visits.ts';

/** A clock's readings at both ends of every visit to a stage, at asOf for one still open. For `FlowView.deriveOn`. */
export interface VisitReadings {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

export function visitReadings(view: FlowView, clock: TimeClock): VisitReadings {
  const visits = view.derive(stageVisits);
  const count = visits.from.length;
  const readings = { from: new Float64Array(count), to: new Float64Array(count) };
  for (let visit = 0; visit < count; visit += 1) {
    readings.from[visit] = clock.reading(visits.from[visit] ?? 0);
    readings.to[visit] = clock.reading(Math.min(visits.to[visit] ?? 0, view.asOf));
  }
  return readings;
}
