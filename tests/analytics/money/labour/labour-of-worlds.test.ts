import fc from 'fast-check';
import { describe, it } from 'vitest';
import { randomWorld } from '../../../support/random-world.ts';
import { expectLabour } from '../../obvious/expect-labour.ts';
import { obviousQuestion } from '../../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../../obvious/random-requests.ts';

describe('labour of random worlds and scopes', () => {
  it('is the same as sharing out every day by hand.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        expectLabour(obviousQuestion(randomWorld(seed, 60, oddity), request));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
