import { blockBootstrap } from '../statistics/block-bootstrap.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { slopeWeights } from '../statistics/slope-weights.ts';
import type { StageFlow } from './stage-flows.ts';

/** A week, so that quiet weekends stay next to their busy days. */
const blockLength = 7;
const trials = 1000;
const seed = 20_240_229;

/**
 * Where the trend of a stage's occupancy lies with 80 % confidence, items a day: daily net flow (arrivals less
 * departures) is drawn again in blocks of a week, summed up to an occupancy, and the least-squares slope of that taken.
 * Drawing the changes rather than the levels is right for a queue, whose level today is mostly that of yesterday.
 * In a window of one day, which has no slope, both ends are the day's net flow.
 */
export function netFlowInterval80({ dailyArrivals, dailyDepartures }: StageFlow): readonly [number, number] {
  const netFlow = Float64Array.from(dailyArrivals, (arrived, day) => arrived - (dailyDepartures[day] ?? 0));
  const options = { random: seededRandom(seed), blockLength, trials, level: 80 };
  return blockBootstrap(netFlow, slopeWeights(netFlow.length), options) ?? [0, 0];
}
