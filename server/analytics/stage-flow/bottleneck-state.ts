import { secondsPerDay } from '../clocks/local-date.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import { nearestRankPlace } from '../statistics/nearest-rank.ts';
import { selectRank } from '../statistics/select-rank.ts';
import type { StageFlow } from './stage-flows.ts';

/** How a stage keeps up, the worst first. */
export const bottleneckStates = ['STUCK', 'FALLING_BEHIND', 'STEADY_BACKLOG', 'CLEARING', 'FREE'] as const;
export type BottleneckState = (typeof bottleneckStates)[number];

/**
 * METRICS 2.6 and 4, "Bottleneck state". Occupancy is high when its average over time is above the WIP limit or,
 * without one, above twice what departures a day × p50 stay (calendar days) would hold.
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
  const length = window.to - window.from;
  const average = length === 0 ? 0 : flow.calendarTime / length;
  const stays = new Float64Array(flow.calendarStays);
  const typicalStay = stays.length === 0 ? 0 : selectRank(stays, nearestRankPlace(stays.length, 50));
  const expected = (flow.departures / window.dayCount) * (typicalStay / secondsPerDay) * 2;
  return average > (wipLimit ?? expected) ? 'STEADY_BACKLOG' : 'FREE';
}
