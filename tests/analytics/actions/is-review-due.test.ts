import { expect, it } from 'vitest';
import { isReviewDue } from '../../../server/analytics/actions/is-review-due.ts';
import { LocalTime } from '../../../server/analytics/clocks/local-time.ts';
import { type ActionOutcome, actionStates } from '../../../server/domain/action.ts';

const berlin = new LocalTime('Europe/Berlin');
const losAngeles = new LocalTime('America/Los_Angeles');
/** 1 June 2026, half past midnight in Berlin, half past three in the afternoon of 31 May in Los Angeles. */
const now = Date.parse('2026-05-31T22:30:00.500Z');
const reviewed = (at: string): ActionOutcome => ({ reviewedAt: new Date(at) }) as ActionOutcome;

it('A review is due in the states between agreed and reviewed.', () => {
  const due = actionStates.filter((state) =>
    isReviewDue({ state, reviewOn: '2026-05-01', outcome: null }, now, berlin),
  );
  expect(due).toEqual(['ACCEPTED', 'IN_PROGRESS', 'DONE', 'REVIEWED']);
});

it('A review is due from the local beginning of its day on.', () => {
  const due = (reviewOn: string, local: LocalTime) =>
    isReviewDue({ state: 'DONE', reviewOn, outcome: null }, now, local);
  expect([due('2026-05-31', berlin), due('2026-06-01', berlin), due('2026-06-02', berlin)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([due('2026-05-31', losAngeles), due('2026-06-01', losAngeles)]).toEqual([true, false]);
});

it('A review that was made before its day, by the local date, leaves it due.', () => {
  const due = (at: string, local: LocalTime) =>
    isReviewDue({ state: 'REVIEWED', reviewOn: '2026-05-20', outcome: reviewed(at) }, now, local);
  expect(due('2026-05-19T21:59:59Z', berlin)).toBe(true);
  expect(due('2026-05-19T22:00:00Z', berlin)).toBe(false);
  expect(due('2026-05-20T06:59:59Z', losAngeles)).toBe(true);
  expect(due('2026-05-20T07:00:00Z', losAngeles)).toBe(false);
});
