import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { CycleMeasure } from '../../../server/analytics/flow-view/measure-seconds.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectBottlenecks } from '../obvious/expect-bottlenecks.ts';
import { expectCycleTimes } from '../obvious/expect-cycle-times.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';

const worlds = fc.record({ seed: fc.integer({ min: 0, max: 1e9 }), oddity: fc.constantFrom(0, 0.1, 0.5) });
const requests = fc.record({
  days: fc.integer({ min: 1, max: 90 }),
  ago: fc.integer({ min: 0, max: 40 }),
  clock: fc.constantFrom('WORKING' as const, 'CALENDAR' as const),
  includeSubtasks: fc.boolean(),
});

describe('metrics of random worlds', () => {
  it('find the same arrivals, departures, occupancy, stays and shares of lead time as counting by hand.', () => {
    fc.assert(
      fc.property(worlds, requests, ({ seed, oddity }, request) => {
        expectBottlenecks(obviousQuestion(randomWorld(seed, 60, oddity), request));
      }),
      { numRuns: 60 },
    );
  });

  it('find the same cycle, lead and process times as counting by hand.', () => {
    fc.assert(
      fc.property(
        worlds,
        requests,
        fc.constantFrom<CycleMeasure>('CYCLE', 'LEAD', 'PROCESS'),
        ({ seed, oddity }, request, measure) => {
          expectCycleTimes(obviousQuestion(randomWorld(seed, 60, oddity), request), measure);
        },
      ),
      { numRuns: 60 },
    );
  });
});
