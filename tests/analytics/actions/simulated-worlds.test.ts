import { describe, expect, it } from 'vitest';
import { askWorld } from '../../../server/analytics/actions/action-world.ts';
import { judgeAction } from '../../../server/analytics/actions/judge-action.ts';
import type { Judgement } from '../../../server/analytics/actions/judgement.ts';
import { measureMetric } from '../../../server/analytics/actions/measure-metric.ts';
import type { ActionMetric, Verdict } from '../../../server/domain/action.ts';
import type { FlowChunk } from '../../../server/domain/flow-chunk.ts';
import {
  type Effect,
  historyAfter,
  historyBefore,
  quarters,
  type TeamHabits,
  type TrialPlan,
  trialOf,
  trialWorld,
} from '../../support/trial-world.ts';

/** Four deliveries a day, and a p85 of cycle time of nearly twice the median: a team of a fixed size that works evenly. */
const even: TeamHabits = {
  startsPerDay: 5.6,
  dispersion: 0.2,
  medianDays: 3,
  sigma: 0.6,
  tail: 0,
  weeklyRhythm: false,
  efficiency: 0.45,
};
/** Starts that come in bursts, on Mondays, what is done on Fridays, and one issue in twenty that takes six times as long. */
const uneven: TeamHabits = { ...even, dispersion: 1.5, sigma: 0.9, tail: 0.05, weeklyRhythm: true };

const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
type Team = readonly FlowChunk[];
const before = seeds.map((seed) => historyBefore(seed, even));
const teams = (effect: Effect): Team[] =>
  seeds.map((seed, place) => [before[place] ?? historyBefore(seed, even), historyAfter(seed, even, effect)]);

const untouched = teams({});
const quicker = teams({ cycleTime: 0.7 });
const noisy = seeds.map((seed): Team => [historyBefore(seed, uneven), historyAfter(seed, uneven)]);

/** Each team in turn tries something, and the three next to it do not. */
function judgeAll(
  metrics: readonly ActionMetric[],
  own: readonly Team[],
  others: readonly Team[] | null,
  plan: TrialPlan = quarters,
): Judgement[][] {
  const found = metrics.map((): Judgement[] => []);
  seeds.forEach((seed, place) => {
    const world = new Map([[seed, own[place] ?? []]]);
    for (let next = 1; others && next <= 3; next += 1) {
      const neighbour = (place + next) % seeds.length;
      world.set(neighbour + 1, others[neighbour] ?? []);
    }
    const asked = trialWorld(world, plan);
    metrics.forEach((metric, which) => {
      const trial = trialOf(metric, others ? `${seed}` : null, 0, plan);
      const { firstDate: from, lastDate: to } = trial.baseline;
      const question = askWorld(asked, trial.teamId, { from, to });
      if (!question) throw new Error('there is such a window');
      const baseline = { ...trial.baseline, ...measureMetric(question, metric, null) };
      found[which]?.push(judgeAction(asked, { ...trial, baseline }));
    });
  });
  return found;
}

const count = (judgements: readonly Judgement[] | undefined, verdict: Verdict): number =>
  judgements?.filter((judgement) => judgement.verdict === verdict).length ?? 0;

/** The right answer is found in 95 worlds of 100. */
const fewestRight = 95;

describe('In a hundred worlds each', () => {
  it('nothing was done: no change is found, and next to no improvement.', () => {
    const metrics = ['CYCLE_TIME_P85', 'THROUGHPUT', 'FLOW_EFFICIENCY'] as const;
    for (const judgements of judgeAll(metrics, untouched, untouched)) {
      expect(count(judgements, 'NO_CHANGE')).toBeGreaterThanOrEqual(fewestRight);
      expect(judgements.every(({ controlChange }) => controlChange !== null)).toBe(true);
    }
  });

  it('nothing was done, and there is nobody to compare with.', () => {
    const [cycleTimes] = judgeAll(['CYCLE_TIME_P85'], untouched, null);
    expect(count(cycleTimes, 'NO_CHANGE')).toBeGreaterThanOrEqual(fewestRight);
  });

  it('nothing was done by teams that work in bursts, by the week, with long tails.', () => {
    const [cycleTimes] = judgeAll(['CYCLE_TIME_P85'], noisy, noisy);
    expect(count(cycleTimes, 'NO_CHANGE')).toBeGreaterThanOrEqual(fewestRight);
  });

  it.each([42, 60])(
    'nothing was done, and it is asked %s days on, while what takes long is under way.',
    (afterDays) => {
      const [cycleTimes] = judgeAll(['CYCLE_TIME_P85'], noisy, null, { ...quarters, afterDays });
      expect(count(cycleTimes, 'NO_CHANGE')).toBeGreaterThanOrEqual(fewestRight);
    },
  );

  it('work takes 30 % less: improved.', () => {
    const [cycleTimes] = judgeAll(['CYCLE_TIME_P85'], quicker, untouched);
    expect(count(cycleTimes, 'IMPROVED')).toBeGreaterThanOrEqual(fewestRight);
  });

  it('work takes 30 % longer: worse.', () => {
    const [cycleTimes] = judgeAll(['CYCLE_TIME_P85'], teams({ cycleTime: 1.3 }), untouched);
    expect(count(cycleTimes, 'WORSE')).toBeGreaterThanOrEqual(fewestRight);
  });

  it('work takes 30 % less in all teams alike: no change of the one.', () => {
    const [cycleTimes] = judgeAll(['CYCLE_TIME_P85'], quicker, quicker);
    expect(count(cycleTimes, 'NO_CHANGE')).toBeGreaterThanOrEqual(fewestRight);
  });

  it.each([
    ['IMPROVED', 'more', 1.3],
    ['WORSE', 'less', 0.7],
  ] as const)('throughput and flow efficiency are %s when both are 30 of 100 %s.', (verdict, _how, factor) => {
    const changed = teams({ throughput: factor, efficiency: factor });
    for (const judgements of judgeAll(['THROUGHPUT', 'FLOW_EFFICIENCY'], changed, untouched))
      expect(count(judgements, verdict)).toBeGreaterThanOrEqual(fewestRight);
  });
});
