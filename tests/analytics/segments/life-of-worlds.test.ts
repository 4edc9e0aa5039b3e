import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { issueDates } from '../../../server/analytics/issue-selection/issue-dates.ts';
import { timeline } from '../../../server/analytics/issue-selection/timeline.ts';
import { randomWorld } from '../../support/random-world.ts';
import { viewWorld } from '../../support/view-world.ts';
import { obviousLife, placeOf } from '../obvious/obvious-life.ts';

const worlds = fc.record({ seed: fc.integer({ min: 0, max: 1e9 }), oddity: fc.constantFrom(0, 0.1, 0.5) });

describe('lives of random issues', () => {
  it('tell the same as a slow reading of the changelog, second for second.', () => {
    fc.assert(
      fc.property(worlds, ({ seed, oddity }) => {
        const world = randomWorld(seed, 25, oddity);
        const view = viewWorld(world);
        world.biographies.forEach((biography, row) => {
          const life = obviousLife(biography, world);
          const { startedAt, firstDoneAt, doneAt } = life;
          expect(issueDates(view, row), biography.issue.key).toEqual({ startedAt, firstDoneAt, doneAt });
          const pieces = timeline(view, row, calendarClock);
          let highest = Number.NEGATIVE_INFINITY;
          life.turns.forEach((turn, index) => {
            const next = life.turns[index + 1] ?? Number.POSITIVE_INFINITY;
            if (turn >= world.asOf) return;
            const piece = pieces.filter(({ from, to }) => from <= turn && (to ?? Number.POSITIVE_INFINITY) > turn);
            expect(piece, 'exactly one piece holds a second').toHaveLength(1);
            expect(piece[0]?.to ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(Math.min(next, world.asOf));
            const stay = life.stays.find(({ from, to }) => from <= turn && turn < to);
            const { kind, rank } = placeOf(stay?.status ?? '', world);
            const before = doneAt === null || turn < doneAt;
            const expected = stay?.inferred
              ? 'INFERRED'
              : kind === 'DONE'
                ? 'DONE'
                : before && life.flaggedAt(turn)
                  ? 'BLOCKED'
                  : before && rank < highest
                    ? 'REWORK'
                    : kind === 'ACTIVE' && life.awaitsOwnerAt(turn)
                      ? 'HANDOFF'
                      : kind === 'ACTIVE'
                        ? 'ACTIVE'
                        : 'QUEUE';
            if (rank > highest) highest = rank;
            expect(piece[0]).toMatchObject({ statusId: stay?.status, assigneeId: life.ownerAt(turn), kind: expected });
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('tile the time from creation on without gap or overlap, and keep visits of no length.', () => {
    fc.assert(
      fc.property(worlds, ({ seed, oddity }) => {
        const world = randomWorld(seed, 25, oddity);
        const view = viewWorld(world);
        world.biographies.forEach((biography, row) => {
          const pieces = timeline(view, row, calendarClock);
          const life = obviousLife(biography, world);
          expect(pieces[0]?.from).toBe(life.created);
          pieces.forEach((piece, index) => {
            expect(piece.to).toBe(pieces[index + 1]?.from ?? null);
            expect(Number.isInteger(piece.from)).toBe(true);
            const end = piece.to ?? Math.max(world.asOf, piece.from);
            expect(piece.duration.seconds).toBe(end - piece.from);
          });
          const instant = pieces.filter(({ from, to }) => from === to && from < world.asOf);
          const expected = life.stays.filter(({ from, to }) => from === to && from < world.asOf);
          expect(instant.map(({ statusId }) => statusId)).toEqual(expected.map(({ status }) => status));
        });
      }),
      { numRuns: 60 },
    );
  });
});
