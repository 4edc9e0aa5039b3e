import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { CycleMeasure } from '../../../server/analytics/flow-view/measure-seconds.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectBottlenecks } from '../obvious/expect-bottlenecks.ts';
import { expectCycleTimes } from '../obvious/expect-cycle-times.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

describe('metrics of random worlds and scopes', () => {
  it('find the same arrivals, departures, occupancy, stays and shares of lead time as counting by hand.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        expectBottlenecks(obviousQuestion(randomWorld(seed, 60, oddity), request));
      }),
      { numRuns: 60 },
    );
  });

  it('find the same cycle, lead and process times as counting by hand.', () => {
    fc.assert(
      fc.property(
        worldSeeds,
        randomRequests,
        fc.constantFrom<CycleMeasure>('CYCLE', 'LEAD', 'PROCESS'),
        ({ seed, oddity }, request, measure) => {
          expectCycleTimes(obviousQuestion(randomWorld(seed, 60, oddity), request), measure);
        },
      ),
      { numRuns: 60 },
    );
  });
});
