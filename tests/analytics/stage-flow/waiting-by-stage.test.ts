import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { waitingByStage } from '../../../server/analytics/stage-flow/waiting-by-stage.ts';
import { randomWorld } from '../../support/random-world.ts';
import { viewWorld } from '../../support/view-world.ts';
import { obviousLife, placeOf } from '../obvious/obvious-life.ts';

it('adds up queues, and in active stages the flag and the wait after a handoff, as counting second by second does.', () => {
  const seen = { handoffs: 0, flags: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const world = randomWorld(seed, 40, 0.1);
      const view = viewWorld(world);
      world.biographies.forEach((biography, row) => {
        const life = obviousLife(biography, world);
        const { doneAt } = life;
        if (doneAt === null) return;
        const expected = world.stages.map(() => 0);
        const turns = life.turns.filter((turn) => turn < doneAt);
        turns.forEach((turn, index) => {
          const stay = life.stays.find(({ from, to }) => from <= turn && turn < to);
          const { kind, rank } = placeOf(stay?.status ?? '', world);
          const inStage = expected[rank] !== undefined && (kind === 'QUEUE' || kind === 'ACTIVE');
          if (!inStage || (kind === 'ACTIVE' && !life.flaggedAt(turn) && !life.awaitsOwnerAt(turn))) return;
          if (kind === 'ACTIVE') seen[life.flaggedAt(turn) ? 'flags' : 'handoffs'] += 1;
          expected[rank] = (expected[rank] ?? 0) + (turns[index + 1] ?? doneAt) - turn;
        });
        const waits = new Float64Array(world.stages.length);
        waitingByStage(view, calendarClock)(row, waits);
        expect([...waits], biography.issue.key).toEqual(expected);
      });
    }),
    { numRuns: 60 },
  );
  expect(Math.min(seen.handoffs, seen.flags)).toBeGreaterThan(10);
});
