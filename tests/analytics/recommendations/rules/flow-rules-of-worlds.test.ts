import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdviceQuestion } from '../../../../server/analytics/recommendations/advice-question.ts';
import type { Rule } from '../../../../server/analytics/recommendations/rule.ts';
import { fallingBehind } from '../../../../server/analytics/recommendations/rules/falling-behind.ts';
import { handoffs } from '../../../../server/analytics/recommendations/rules/handoffs.ts';
import { longQueue } from '../../../../server/analytics/recommendations/rules/long-queue.ts';
import { loops } from '../../../../server/analytics/recommendations/rules/loops.ts';
import { singleExpert } from '../../../../server/analytics/recommendations/rules/single-expert.ts';
import { tooMuchWork } from '../../../../server/analytics/recommendations/rules/too-much-work.ts';
import { seededRandom } from '../../../../server/analytics/statistics/seeded-random.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { assigneeItem } from '../../../support/build-issue.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import { type Biography, randomWorld } from '../../../support/random-world.ts';
import { dateOf } from '../../../support/worked-world.ts';
import { worldSeeds } from '../../obvious/random-requests.ts';

const rules: readonly Rule[] = [fallingBehind, tooMuchWork, longQueue, loops, handoffs, singleExpert];
const valueClasses = [{ match: 'High', perWeek: '700' }];

/** All that a rule says, amounts to the cent. */
function told(question: AdviceQuestion, rule: Rule) {
  return rule.find(question).map(({ worth, evidence, ...finding }) => ({
    ...finding,
    worth: worth && { ...worth, ...amounts(worth) },
    evidence: toldEvidence(question, evidence),
  }));
}
const amounts = ({ low, base, high }: Record<'low' | 'base' | 'high', { toFixed(digits: number): string }>) => ({
  low: low.toFixed(2),
  base: base.toFixed(2),
  high: high.toFixed(2),
});

/**
 * A crowd beside the issues of a random world: half of them wait in Ready to this day; the others Ann hands to Bo, who does
 * nothing for weeks, and they come back from Review. Enough of all that for every rule.
 */
function crowd(asOf: number, random: () => number): Biography[] {
  const today = (asOf - dateOf(0).getTime() / 1000) / 86_400;
  return Array.from({ length: 60 }, (_, index) => {
    if (index % 2 === 0)
      return dayIssue(80_000 + index, today - 90 - 20 * random(), [], { statusId: '3', resolution: null });
    const done = today - 1 - 50 * random();
    const steps: readonly DayStep[] = [
      [done - 25 - 2 * random(), '4'],
      [done - 24, assigneeItem('ann', 'bo')],
      [done - 3 - random(), '6'],
      [done - 2, '4'],
      [done - 1 - random() / 2, '6'],
      [done, '8'],
    ];
    return dayIssue(90_000 + index, done - 60 - 20 * random(), steps, {
      statusId: '3',
      assigneeId: 'bo',
      priority: 'High',
    });
  });
}

describe('the rules about flow, in random worlds', () => {
  it('say the same whatever the order in which issues are stored, each of them in some world.', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(worldSeeds, fc.integer({ min: 30, max: 90 }), fc.nat(), ({ seed, oddity }, days, order) => {
        const world = randomWorld(seed, 120, oddity);
        const random = seededRandom(order);
        const biographies = [...world.biographies, ...crowd(world.asOf, random)];
        const shuffled = biographies
          .map((biography) => ({ biography, place: random() }))
          .sort((a, b) => a.place - b.place)
          .map(({ biography }) => biography);
        const asked = { days, model: { valueClasses } };
        const question = askAdvice({ ...world, biographies }, asked);
        const other = askAdvice({ ...world, biographies: shuffled }, asked);
        for (const rule of rules) {
          const said = told(question, rule);
          for (const { subject } of said) found.add(`${rule.id} ${subject}`);
          expect(told(other, rule)).toEqual(said);
        }
      }),
      // Always the same worlds, so that every rule has something to say in one of them.
      { numRuns: 10, seed: 20_261_126 },
    );
    expect(new Set([...found].map((said) => said.slice(0, 2)))).toEqual(new Set(rules.map(({ id }) => id)));
  }, 60_000);
});
