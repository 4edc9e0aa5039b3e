import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterOrder } from '../../../../server/analytics/recommendations/rules/better-order.ts';
import { discardedWork } from '../../../../server/analytics/recommendations/rules/discarded-work.ts';
import { expedite } from '../../../../server/analytics/recommendations/rules/expedite.ts';
import { hygiene } from '../../../../server/analytics/recommendations/rules/hygiene.ts';
import { pastTheirTime } from '../../../../server/analytics/recommendations/rules/past-their-time.ts';
import { staleWork } from '../../../../server/analytics/recommendations/rules/stale-work.ts';
import { seededRandom } from '../../../../server/analytics/statistics/seeded-random.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { type RandomWorld, randomWorld } from '../../../support/random-world.ts';

const rules = [pastTheirTime, betterOrder, expedite, hygiene, staleWork, discardedWork];
const model = { valueClasses: [{ match: 'red', perWeek: '777.77' }] };

const found = (world: RandomWorld) => {
  const question = askAdvice(world, { days: 100, model });
  return rules.flatMap(({ id, find }) =>
    find(question).map(({ evidence, worth, ...rest }) => ({
      id,
      ...rest,
      evidence: toldEvidence(question, evidence),
      worth: worth && { ...worth, low: worth.low.toFixed(2), base: worth.base.toFixed(2), high: worth.high.toFixed(2) },
    })),
  );
};

/** Most of it done, half of that dropped, and a little left behind. */
function made(seed: number): RandomWorld {
  const world = randomWorld(seed, 400, 0.1);
  const isDone = (statusId: string): boolean => ['8', '9'].includes(statusId);
  const biographies = world.biographies
    .filter(({ issue }, index) => isDone(issue.statusId) || index % 12 === 0)
    .map(({ issue, history }, index) => ({
      issue: { ...issue, resolution: index % 2 === 0 ? 'Duplicate' : 'Done' },
      history,
    }));
  return { ...world, biographies };
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

describe('what the rules find', () => {
  it('does not depend on the order of issues.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (seed, shuffle) => {
        const world = made(seed);
        const expected = found(world);
        expect(found({ ...world, biographies: shuffled(world.biographies, shuffle) })).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('is something, of every rule, in such a world.', () => {
    expect(found(made(0)).map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });
});
