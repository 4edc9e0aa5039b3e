// The real issues need the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks
// Zstandard; without them that test reports itself as skipped.
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { stuckKinds } from '../../../server/analytics/stuck-work/stuck-kind.ts';
import { stuckOrders } from '../../../server/analytics/stuck-work/stuck-rows.ts';
import { avroWorld } from '../../support/avro-world.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectStuckWork } from '../obvious/expect-stuck-work.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

const avro = avroWorld();

describe('stuck work, looked at by hand', () => {
  it('is the same in random worlds, in each order and of each kind.', () => {
    fc.assert(
      fc.property(
        worldSeeds,
        randomRequests,
        fc.constantFrom(...stuckOrders),
        fc.option(fc.subarray([...stuckKinds])),
        ({ seed, oddity }, request, orderBy, kinds) => {
          expectStuckWork(obviousQuestion(randomWorld(seed, 300, oddity), request), orderBy, kinds);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it.runIf(avro)(
    'is the same in 2,166 real issues.',
    () => {
      if (!avro) return;
      for (const clock of ['WORKING', 'CALENDAR'] as const)
        expectStuckWork(obviousQuestion(avro, { days: 365, ago: 0, clock, includeSubtasks: true, scope: {} }));
    },
    60_000,
  );
});
