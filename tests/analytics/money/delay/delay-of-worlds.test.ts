import fc from 'fast-check';
import { describe, it } from 'vitest';
import { randomWorld } from '../../../support/random-world.ts';
import { expectBottleneckCosts } from '../../obvious/expect-bottleneck-costs.ts';
import { expectDelay } from '../../obvious/expect-delay.ts';
import { obviousQuestion } from '../../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../../obvious/random-requests.ts';

describe('delay cost of random worlds and scopes', () => {
  it('is the same by issue, status, stage and team as counting by hand.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        expectDelay(obviousQuestion(randomWorld(seed, 60, oddity), request));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is the same stage by stage, with what each carries and what a median stay would have saved.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        expectBottleneckCosts(obviousQuestion(randomWorld(seed, 60, oddity), request));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
