import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeInStatus } from '../../../server/analytics/metrics/time-in-status.ts';
import { avroWorld } from '../../support/avro-world.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectTimeInStatus } from '../obvious/expect-time-in-status.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

const groups = ['STATUS', 'STAGE', 'TYPE', 'TEAM'] as const;
const avro = avroWorld();

describe('time in status of random worlds and scopes', () => {
  it.each(groups)(
    'is the same by %s as counting by hand.',
    (group) => {
      fc.assert(
        fc.property(worldSeeds, randomRequests, ({ seed, oddity }, request) => {
          expectTimeInStatus(obviousQuestion(randomWorld(seed, 60, oddity), request), group);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it('adds up to the time outside done of every issue, which over a whole life without a reopening is its lead time.', () => {
    fc.assert(
      fc.property(worldSeeds, fc.constantFrom('WORKING' as const, 'CALENDAR' as const), ({ seed, oddity }, clock) => {
        // 400 days reach back to before the world begins: every life is whole.
        const asked = obviousQuestion(randomWorld(seed, 60, oddity), {
          days: 400,
          ago: 0,
          clock,
          includeSubtasks: true,
        });
        const expected = asked.lives.map(({ created, doneAt, firstDoneAt, visits }) => {
          const isPlain = doneAt !== null && doneAt === firstDoneAt && visits[0]?.kind !== 'DONE';
          if (isPlain) return asked.seconds(created, doneAt);
          const open = visits.filter(({ kind }) => kind !== 'DONE');
          return open.reduce((sum, { from, to }) => sum + asked.seconds(from, Math.min(to, asked.w1)), 0);
        });
        const whole = expected.reduce((sum, seconds) => sum + seconds, 0);
        for (const group of groups) {
          const totals = timeInStatus(asked.question, group).rows.map(({ total }) => total.seconds);
          expect(totals.reduce((sum, seconds) => sum + seconds, 0)).toBe(whole);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('time in status of 2,166 real issues', () => {
  it.runIf(avro)(
    'is the same as counting by hand, in a recent window and in one of 2012.',
    () => {
      if (!avro) return;
      const endOf2012 = Math.floor(avro.asOf / 86_400) - Date.UTC(2012, 11, 31) / 86_400_000;
      for (const ago of [0, endOf2012])
        for (const clock of ['WORKING', 'CALENDAR'] as const) {
          const asked = obviousQuestion(avro, { days: 365, ago, clock, includeSubtasks: true });
          for (const group of groups) expectTimeInStatus(asked, group);
        }
    },
    60_000,
  );
});
