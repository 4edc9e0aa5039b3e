import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { CumulativeFlowMode } from '../../../server/analytics/flow-series/cumulative-counts.ts';
import type { Granularity } from '../../../server/analytics/flow-series/periods-of.ts';
import type { CycleMeasure } from '../../../server/analytics/flow-view/measure-seconds.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectBottlenecks } from '../obvious/expect-bottlenecks.ts';
import { expectCumulativeFlow } from '../obvious/expect-cumulative-flow.ts';
import { expectCycleTimes } from '../obvious/expect-cycle-times.ts';
import { expectFlowOverview } from '../obvious/expect-flow-overview.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

/** Other programs may want the same processor. */
const patience = 60_000;

describe('metrics of random worlds and scopes', () => {
  it(
    'find the same arrivals, departures, occupancy, stays and shares of lead time as counting by hand.',
    () => {
      fc.assert(
        fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
          expectBottlenecks(obviousQuestion(randomWorld(seed, 60, oddity), request));
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );

  it(
    'find the same cycle, lead and process times as counting by hand.',
    () => {
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
    },
    patience,
  );

  it(
    'find the same overview of the flow as counting by hand.',
    () => {
      fc.assert(
        fc.property(
          worldSeeds,
          randomRequests,
          fc.constantFrom<Granularity>('DAY', 'WEEK', 'MONTH'),
          ({ seed, oddity }, request, granularity) => {
            expectFlowOverview(obviousQuestion(randomWorld(seed, 60, oddity), request), granularity);
          },
        ),
        { numRuns: 60 },
      );
    },
    patience,
  );

  it(
    'find the same cumulative flow as counting by hand.',
    () => {
      fc.assert(
        fc.property(
          worldSeeds,
          randomRequests,
          fc.constantFrom<CumulativeFlowMode>('HIGH_WATER', 'OCCUPANCY'),
          fc.constantFrom<Granularity>('DAY', 'WEEK', 'MONTH'),
          ({ seed, oddity }, request, mode, granularity) => {
            expectCumulativeFlow(obviousQuestion(randomWorld(seed, 60, oddity), request), mode, granularity);
          },
        ),
        { numRuns: 60 },
      );
    },
    patience,
  );
});
