import fc from 'fast-check';
import { describe, it } from 'vitest';
import { avroWorld } from '../../support/avro-world.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectStages } from '../obvious/expect-stage.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

const avro = avroWorld();

describe('every stage of random worlds and scopes', () => {
  it('has what counting by hand finds, and the same figures as the bottleneck report.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        expectStages(obviousQuestion(randomWorld(seed, 60, oddity), request));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('every stage of 2,166 real issues', () => {
  it.runIf(avro)(
    'has what counting by hand finds, in a recent window and in one of 2012.',
    () => {
      if (!avro) return;
      const endOf2012 = Math.floor(avro.asOf / 86_400) - Date.UTC(2012, 11, 31) / 86_400_000;
      for (const ago of [0, endOf2012])
        for (const clock of ['WORKING', 'CALENDAR'] as const)
          expectStages(obviousQuestion(avro, { days: 365, ago, clock, includeSubtasks: true }));
    },
    60_000,
  );
});
