import fc from 'fast-check';
import { describe, it } from 'vitest';
import { avroWorld } from '../../support/avro-world.ts';
import { randomWorld } from '../../support/random-world.ts';
import { everyBiography, expectIssue } from '../obvious/expect-issue.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

describe('investigations of every issue of random worlds, in and out of the scope', () => {
  it('find the same times, handoffs, comparison and forecast as counting by hand.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        const asked = obviousQuestion(randomWorld(seed, 80, oddity), request);
        for (const biography of everyBiography(asked.world)) expectIssue(asked, biography);
      }),
      { numRuns: 25 },
    );
  }, 20_000);
});

// Needs the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks Zstandard;
// without them it reports itself as skipped.
const avro = avroWorld();

describe('investigations of 2,166 real issues', () => {
  it.runIf(avro)(
    'find the same as counting by hand, for every tenth of them.',
    () => {
      if (!avro) return;
      const asked = obviousQuestion(avro, { days: 365, ago: 0, clock: 'CALENDAR', includeSubtasks: true });
      for (const [place, biography] of everyBiography(avro).entries())
        if (place % 10 === 0) expectIssue(asked, biography);
    },
    20_000,
  );
});
