import fc from 'fast-check';
import { describe, it } from 'vitest';
import { randomWorld } from '../../support/random-world.ts';
import { expectCostOfDelay } from '../obvious/expect-cost-of-delay.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

describe('the cost of delay, reckoned by hand', () => {
  it('is the same in random worlds.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        expectCostOfDelay(obviousQuestion(randomWorld(seed, 200, oddity), request));
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});
