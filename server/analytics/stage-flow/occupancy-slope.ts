import { slopeWeights } from '../statistics/slope-weights.ts';
import type { StageFlow } from './stage-flows.ts';

/** The least-squares slope of daily occupancy, items a day (METRICS 4, "Bottleneck state"); of a single day its net flow. */
export function occupancySlope({ dailyArrivals, dailyDepartures }: StageFlow): number {
  const weights = slopeWeights(dailyArrivals.length);
  return weights.reduce(
    (slope, weight, day) => slope + weight * ((dailyArrivals[day] ?? 0) - (dailyDepartures[day] ?? 0)),
    0,
  );
}
