import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentStatuses } from '../../../../server/analytics/flow-view/segment-statuses.ts';
import { ledgerOfWindow } from '../../../../server/analytics/money/labour/ledger-of-window.ts';
import { loggedCoverage } from '../../../../server/analytics/money/labour/logged-coverage.ts';
import { loggedLabour } from '../../../../server/analytics/money/labour/logged-labour.ts';
import { paidPersonDays } from '../../../../server/analytics/money/labour/paid-person-days.ts';
import { walkLabour } from '../../../../server/analytics/money/labour/walk-labour.ts';
import type { MoneyQuestion } from '../../../../server/analytics/money/money-question.ts';
import type { Act, Issue } from '../../../../server/domain/issue.ts';
import { askMoneyWorld, type MoneyRequest } from '../../../support/ask-money-world.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import { type Biography, randomWorld } from '../../../support/random-world.ts';
import { dateOf, workedWorld } from '../../../support/worked-world.ts';

/** Days count from Monday, 2024-01-01, 00:00 UTC; work lasts from nine to five. In 4 people build, in 6 work waits. */
const at = (day: number, hour: number): number => day + hour / 24;
const log = (day: number, hours: number, authorId: string | null = 'ann', hour = 9): Act => ({
  kind: 'WORKLOG',
  at: dateOf(at(day, hour)),
  authorId,
  seconds: Math.round(hours * 3600),
});
const built = (number: number, acts: readonly Act[], values: Partial<Issue> = {}, steps?: readonly DayStep[]) =>
  dayIssue(number, 0, steps ?? [[at(0, 9), '4']], { assigneeId: 'ann', acts, ...values });

const week: MoneyRequest = { window: { from: '2024-01-01', to: '2024-01-07' } };
const ask = (issues: readonly Biography[], request: MoneyRequest = week, asOfDay = 7): MoneyQuestion =>
  askMoneyWorld(workedWorld(issues, asOfDay), request);

/** Person-days in scope by what `nameOf` makes of the segment and the booked row. */
function labourBy(question: MoneyQuestion, nameOf: (segment: number, row: number) => string) {
  const sums: Record<string, number> = {};
  const { firstDay, dayCount } = question.window;
  walkLabour(question, firstDay, firstDay + dayCount, (segment, row, share) => {
    const name = nameOf(segment, row);
    sums[name] = (sums[name] ?? 0) + share;
  });
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Math.round(sum * 1e9) / 1e9]));
}
const byIssue = (question: MoneyQuestion) => labourBy(question, (_, row) => question.view.table.ids[row] ?? '');
const wholeDays = (days: readonly number[]) => days.map((day) => log(day, 8));

describe('labour by worklogs', () => {
  it('pays nobody for more hours than a day has, leaves the rest of a short day to nobody, and days off unpaid.', () => {
    // Monday 4 of 16 hours on 1; Tuesday, Wednesday and Friday whole days; Thursday six hours; Saturday in vain.
    const question = ask([
      built(1, [log(0, 4), log(1, 8), log(2, 8), log(3, 6), log(4, 5), log(4, 3), log(5, 5)]),
      built(2, [log(0, 12)]),
    ]);
    expect(ledgerOfWindow(question).method).toBe('WORKLOGS');
    expect(byIssue(question)).toEqual({ 1: 4, 2: 0.75 });
    expect(loggedCoverage(question)).toBeCloseTo(4.75 / 5, 12);
  });

  it('holds from four fifths of the paid hours on, and not a second before.', () => {
    const four = wholeDays([0, 1, 2, 3]);
    expect(ledgerOfWindow(ask([built(1, four)])).method).toBe('WORKLOGS');
    const short = [...four.slice(1), { ...log(0, 8), seconds: 8 * 3600 - 1 }];
    const question = ask([built(1, short)]);
    expect(ledgerOfWindow(question).method).toBe('EVEN_SPLIT');
    expect(byIssue(question)).toEqual({ 1: 5 });
  });

  it('is booked on the parent of a subtask, and where the issue stood when the work began.', () => {
    const steps = [
      [at(0, 9), '4'],
      [at(1, 9), '6'],
      [at(2, 9), '4'],
    ] as const;
    const question = ask([
      built(1, [log(0, 8), log(1, 8, 'ann', 8.75), log(2, 8, 'ann', 8.75)], {}, steps),
      built(2, wholeDays([3, 4]), { subtask: true, parentId: '1' }),
    ]);
    expect(byIssue(question)).toEqual({ 1: 5 });
    const statuses = question.view.derive(segmentStatuses);
    const places = question.view.table.strings;
    expect(labourBy(question, (segment) => places[statuses[segment] ?? 0] ?? '')).toEqual({ 4: 4, 6: 1 });
  });

  it('leaves out who is not paid, whom nobody knows, and what has not happened yet or never had an issue.', () => {
    const issues = [
      built(1, [...wholeDays([0, 1, 2, 3, 4]), log(0, 8, 'bo'), log(1, 8, null), log(8, 8), log(-3, 8)]),
      // Bo has an issue elsewhere only.
      built(2, [log(2, 8, 'bo')], { assigneeId: 'bo', projectId: 'p2' }),
    ];
    const inScope = ask(issues, { ...week, scope: { projectIds: ['p1'], includeSubtasks: false } });
    expect(ledgerOfWindow(inScope).method).toBe('WORKLOGS');
    expect(byIssue(inScope)).toEqual({ 1: 5 });
    expect(paidPersonDays(inScope).people).toBe(1);
    // Over all of it Bo is paid too, and logged two days of his five: 7 of 10.
    const everywhere = ask(issues);
    expect(loggedCoverage(everywhere)).toBeCloseTo(0.7, 12);
    expect(ledgerOfWindow(everywhere).method).toBe('EVEN_SPLIT');
  });

  it("counts what somebody logs on others' issues as logged, and under a scope as nobody's.", () => {
    const issues = [built(1, wholeDays([0, 1, 2])), built(2, wholeDays([3, 4]), { projectId: 'p2', assigneeId: 'bo' })];
    const question = ask(issues, { ...week, scope: { projectIds: ['p1'], includeSubtasks: false } });
    expect(loggedCoverage(question)).toBe(1);
    expect(byIssue(question)).toEqual({ 1: 3 });
  });
});

describe('a ledger of worklogs', () => {
  it('is what a plain look at every log finds, and no day of a person has more than its hours.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const world = randomWorld(seed, 25, 0.1);
        const issues = world.biographies.map(({ issue, history }) => ({
          issue: { ...issue, acts: issue.acts.map((act) => ({ ...act, seconds: act.seconds * 20 })) },
          history,
        }));
        const question = askMoneyWorld({ ...world, biographies: issues }, { window: { days: 30 } });
        const ledger = question.view.deriveOn(question.clock, loggedLabour);
        const found: Record<string, number> = {};
        for (let day = 0; day + 1 < ledger.dayStart.length; day += 1)
          for (let entry = ledger.dayStart[day] ?? 0; entry < (ledger.dayStart[day + 1] ?? 0); entry += 1) {
            const key = `${ledger.firstDay + day} ${question.view.table.strings[ledger.person[entry] ?? 0]}`;
            found[key] = (found[key] ?? 0) + (ledger.share[entry] ?? 0);
          }
        const logged: Record<string, number> = {};
        const passed: Record<string, number> = {};
        for (const act of issues.flatMap(({ issue }) => issue.acts)) {
          const second = Math.floor(act.at.getTime() / 1000);
          const day = Math.floor(second / 86_400);
          const firstDay = Math.min(...issues.map(({ issue }) => Math.floor(issue.createdAt.getTime() / 86_400_000)));
          const isWorkday = new Date(day * 86_400_000).getUTCDay() % 6 !== 0;
          const elapsed = Math.max(0, Math.min(world.asOf, day * 86_400 + 17 * 3600) - (day * 86_400 + 9 * 3600));
          if (act.kind !== 'WORKLOG' || act.authorId === null || act.seconds === 0) continue;
          if (!isWorkday || elapsed === 0 || second >= world.asOf || day < firstDay) continue;
          const key = `${day} ${act.authorId}`;
          logged[key] = (logged[key] ?? 0) + act.seconds;
          passed[key] = elapsed / 28_800;
        }
        expect(Object.keys(found).sort()).toEqual(Object.keys(logged).sort());
        for (const [key, seconds] of Object.entries(logged))
          expect(found[key]).toBeCloseTo(Math.min(passed[key] ?? 0, seconds / 28_800), 9);
      }),
      { numRuns: 40 },
    );
  });
});
