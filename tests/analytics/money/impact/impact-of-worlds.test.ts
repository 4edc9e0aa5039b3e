import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type RandomWorld, randomWorld } from '../../../support/random-world.ts';
import { expectFinancialImpact } from '../../obvious/expect-financial-impact.ts';
import { obviousQuestion } from '../../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../../obvious/random-requests.ts';

const patience = 120_000;

/** The same people writing down every hour: long logs on many days, so that worklogs cover what is paid. */
function diligent(world: RandomWorld): RandomWorld {
  const first = Math.min(...world.biographies.map(({ issue }) => issue.createdAt.getTime()));
  const biographies = world.biographies.map(({ issue, history }, index) => {
    const days = Array.from({ length: 30 }, (_, day) => (index * 7 + day * 5) % 150);
    const acts = days.map((day) => ({
      kind: 'WORKLOG' as const,
      at: new Date(Math.max(first, world.asOf * 1000 - day * 86_400_000 - (index % 9) * 3_600_000)),
      authorId: ['ann', 'bo', 'cy'][index % 3] ?? null,
      seconds: 3600 * (1 + ((index + day) % 8)),
    }));
    return { issue: { ...issue, acts: [...acts].sort((a, b) => a.at.getTime() - b.at.getTime()) }, history };
  });
  return { ...world, biographies };
}

describe('the financial impact of random worlds and scopes', () => {
  it(
    'is what counting by hand finds: every kind, month and driver, and where each paid day went.',
    () => {
      fc.assert(
        fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
          expectFinancialImpact(obviousQuestion(randomWorld(seed, 50, oddity), request));
        }),
        { numRuns: 40 },
      );
    },
    patience,
  );

  it(
    'is so too where people write down their hours.',
    () => {
      fc.assert(
        fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
          expectFinancialImpact(obviousQuestion(diligent(randomWorld(seed, 50, oddity)), request));
        }),
        { numRuns: 20 },
      );
    },
    patience,
  );
});
