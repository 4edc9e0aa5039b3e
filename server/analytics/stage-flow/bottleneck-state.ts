import { secondsPerDay } from '../clocks/local-date.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import { nearestRankPlace } from '../statistics/nearest-rank.ts';
import { selectRank } from '../statistics/select-rank.ts';
import { averageOccupancy } from './average-occupancy.ts';
import type { StageFlow } from './stage-flows.ts';

/** How a stage keeps up, the worst first. */
export const bottleneckStates = ['STUCK', 'FALLING_BEHIND', 'STEADY_BACKLOG', 'CLEARING', 'FREE'] as const;
export type BottleneckState = (typeof bottleneckStates)[number];

/**
 * METRICS 2.6 and 4, "Bottleneck state". Occupancy is high when its average over time is above the WIP limit or,
 * without one, above twice what departures a day × p50 stay (calendar days) would hold. By Little's law that average is
 * departures a day × mean stay, so that of few, uneven stays it is above that however quiet the stage is: the
 * sentence says so then.
 */
export function bottleneckState(
  flow: StageFlow,
  [low, high]: readonly [number, number],
  wipLimit: number | null,
  window: LocalWindow,
): BottleneckState {
  if (flow.departures === 0 && flow.occupancy > 0) return 'STUCK';
  if (low > 0) return 'FALLING_BEHIND';
  if (high < 0) return 'CLEARING';
  const average = averageOccupancy(flow, window);
  const stays = new Float64Array(flow.calendarStays);
  const typicalStay = stays.length === 0 ? 0 : selectRank(stays, nearestRankPlace(stays.length, 50));
  const expected = (flow.departures / window.dayCount) * (typicalStay / secondsPerDay) * 2;
  return average > (wipLimit ?? expected) ? 'STEADY_BACKLOG' : 'FREE';
}
