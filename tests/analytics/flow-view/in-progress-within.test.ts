import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inProgressWithin } from '../../../server/analytics/flow-view/in-progress-within.ts';
import { randomWorld } from '../../support/random-world.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

describe('work in progress of random worlds', () => {
  it('is what a look at every second of a life would find, in a window and at its end, the longest under way first.', () => {
    let found = 0;
    fc.assert(
      fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
        const asked = obviousQuestion(randomWorld(seed, 60, oddity), request);
        const { question, lives, w0, w1 } = asked;
        for (const [from, to] of [
          [w0, w1],
          [w1 - 1, w1],
        ] as const) {
          const expected = lives
            .filter(({ startedAt, doneAt }) => {
              if (startedAt === null) return false;
              const begins = Math.max(startedAt, from);
              return begins < to && begins < (doneAt ?? Number.POSITIVE_INFINITY);
            })
            .map(({ issue, startedAt }) => ({ id: issue.id, startedAt }));
          const rows = Array.from(inProgressWithin(question.view, question.rows, { from, to }));
          const ids = rows.map((row) => question.view.table.ids[row]);
          expect([...ids].sort()).toEqual(expected.map(({ id }) => id).sort());
          const starts = ids.map((id) => expected.find((one) => one.id === id)?.startedAt ?? Number.NaN);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
          found += ids.length;
        }
      }),
      { numRuns: 40 },
    );
    expect(found).toBeGreaterThan(40);
  });
});
