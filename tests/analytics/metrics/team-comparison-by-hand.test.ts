// The real issues need the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks
// Zstandard; without them that test reports itself as skipped.
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { avroWorld } from '../../support/avro-world.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectTeamComparison } from '../obvious/expect-team-comparison.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

const avro = avroWorld();

describe('the comparison of teams, counted by hand', () => {
  it('is the same in random worlds, whose issues move between projects.', () => {
    fc.assert(
      fc.property(
        worldSeeds,
        randomRequests,
        fc.option(fc.integer({ min: 1, max: 120 })),
        ({ seed, oddity }, request, days) => {
          expectTeamComparison(obviousQuestion(randomWorld(seed, 120, oddity), request), days);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it.runIf(avro)(
    'is the same in 2,166 real issues.',
    () => {
      if (!avro) return;
      const ids = new Set(avro.biographies.map(({ issue }) => issue.projectId));
      const projects = [...ids].map((id) => ({ id, key: id, name: id, archived: false }));
      for (const clock of ['WORKING', 'CALENDAR'] as const)
        expectTeamComparison(
          obviousQuestion({ ...avro, projects }, { days: 365, ago: 0, clock, includeSubtasks: true }),
        );
    },
    60_000,
  );
});
