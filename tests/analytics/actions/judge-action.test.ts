import { describe, expect, it } from 'vitest';
import { judgeAction } from '../../../server/analytics/actions/judge-action.ts';
import type { Trial } from '../../../server/analytics/actions/judgement.ts';
import type { ToldEstimate } from '../../../server/domain/action.ts';
import { dayIssue } from '../../support/day-issue.ts';
import type { Biography } from '../../support/random-world.ts';
import { dateOf, workedWorld } from '../../support/worked-world.ts';
import { actionWorldOf } from './action-world-of.ts';

/** Day 0 is a Monday. The baseline is days 0 to 89; it began on day 89, so that "after" is from day 90 on. */
const dateText = (day: number): string => dateOf(day).toISOString().slice(0, 10);
const trial: Trial = {
  metric: 'CYCLE_TIME_P85',
  stageId: null,
  teamId: null,
  baseline: { value: 10, n: 22, firstDate: dateText(0), lastDate: dateText(89) },
  begunOn: dateText(89),
  reviewOn: dateText(150),
  promise: null,
  guardMetrics: [],
  touchedTeamIds: [],
};

/** Issues that start on Mondays, so many each, and are done so many calendar days later: 14 are 10 working days, 2 are 2. */
function starting(from: number, until: number, days: number, perWeek = 2, projectId = 'p1'): Biography[] {
  const mondays = Array.from({ length: Math.floor((until - from) / 7) + 1 }, (_, week) => from + 7 * week);
  return mondays.flatMap((day) =>
    Array.from({ length: perWeek }, (_, which) =>
      dayIssue(
        1000 * day + 10 * which + (projectId === 'p1' ? 1 : 2),
        day,
        [
          [day, '4'],
          [day + days, '8'],
        ],
        { projectId },
      ),
    ),
  );
}

const long = starting(0, 70, 14);
const short = starting(91, 147, 2);
const projects = ['p1', 'p2'].map((id) => ({ id, key: id.toUpperCase(), name: id, archived: false }));
const judge = (issues: readonly Biography[], asOfDay: number, asked: Partial<Trial> = {}) =>
  judgeAction(actionWorldOf(workedWorld(issues, asOfDay, { projects })), { ...trial, ...asked });

describe('What was tried', () => {
  it('has improved the metric when what was begun since is quicker than chance explains.', () => {
    // Nineteen in twenty were done within 14 days, so that what was done from day 104 on counts: what was begun on the
    // seven Mondays from day 105 to day 147.
    expect(judge([...long, ...short], 150)).toEqual({
      verdict: 'IMPROVED',
      sentence: 'Cycle time (p85) fell from 10.0 to 2.0 days, more than chance explains (1 in 2,000).',
      before: 10,
      after: 2,
      change: -8,
      interval80: [-8, -8],
      chance: 1 / 2001,
      // Two issues a week are no week.
      signal: false,
      controlChange: null,
      guards: [],
      realised: null,
      nBefore: 22,
      nAfter: 14,
    });
  });

  it('has made it worse when that is slower.', () => {
    const judgement = judge([...starting(0, 84, 2), ...starting(91, 140, 14)], 160, {
      baseline: { ...trial.baseline, value: 2 },
    });
    expect(judgement).toMatchObject({ verdict: 'WORSE', before: 2, after: 10, change: 8, chance: 1 / 2001 });
    expect(judgement.sentence).toBe(
      'Cycle time (p85) rose from 2.0 to 10.0 days, more than chance explains (1 in 2,000).',
    );
  });

  it('has changed nothing when it is the same.', () => {
    const judgement = judge([...long, ...starting(91, 150, 14)], 180);
    expect(judgement).toMatchObject({ verdict: 'NO_CHANGE', change: 0, chance: 1, signal: false });
    expect(judgement.sentence).toBe('Cycle time (p85) stayed at 10.0 days, which chance explains (10 in 10).');
  });

  it('cannot be judged before what takes long has had its time and two weeks have passed.', () => {
    expect(judge([...long, ...short], 117, { reviewOn: dateText(100) })).toMatchObject({
      verdict: 'TOO_EARLY',
      sentence: `What was begun since ${dateText(90)} can be compared from ${dateText(118)} on: until then only what was quick is done.`,
      before: 10,
      after: null,
      change: null,
      interval80: [],
      chance: null,
      nBefore: 22,
    });
    expect(judge([...long, ...short], 89.5).verdict).toBe('TOO_EARLY');
  });

  it('is waited for while there are too few issues, up to the day of its review.', () => {
    const early = judge([...long, ...short], 118);
    expect(early).toMatchObject({ verdict: 'TOO_EARLY', after: null, nAfter: 4 });
    expect(early.sentence).toBe(
      'There are 22 issues before and 4 issues since that can be compared; it takes 10 on either side.',
    );
    expect(judge([...long, ...short], 118, { reviewOn: dateText(119) }).verdict).toBe('TOO_EARLY');
    expect(judge([...long, ...short], 118, { reviewOn: dateText(118) }).verdict).toBe('INSUFFICIENT_DATA');
  });

  it.each<[string, Partial<Trial>, string]>([
    ['it has not begun', { begunOn: null }, 'It has not begun, so that there is nothing to compare.'],
    ['its stage is gone', { metric: 'STAGE_STAY_P85', stageId: 'Gone' }, 'The stage that it is about is gone.'],
    ['it is about stays in no stage', { metric: 'STAGE_STAY_P85' }, 'The stage that it is about is gone.'],
    ['its team is gone', { teamId: 'nobody' }, 'The team that it is about is gone.'],
    [
      'its baseline has no value',
      { baseline: { ...trial.baseline, value: null, n: 9 } },
      'The baseline is made of 9 issues: too few to compare anything with.',
    ],
  ])('cannot be judged when %s.', (_why, asked, sentence) => {
    const judgement = judge([...long, ...short], 150, asked);
    expect(judgement).toMatchObject({
      verdict: 'INSUFFICIENT_DATA',
      sentence,
      after: null,
      guards: [],
      realised: null,
    });
  });

  it('is not judged by what was under way before it.', () => {
    // Ten issues that had been started in the baseline are done since, after months.
    const old = starting(28, 56, 84).map(({ issue, history }) => ({
      issue: { ...issue, id: `9${issue.id}` },
      history,
    }));
    expect(judge([...long, ...short, ...old], 150)).toMatchObject({ verdict: 'IMPROVED', after: 2, nAfter: 14 });
  });

  it('is held against teams that did nothing of the kind.', () => {
    const others = [...starting(0, 70, 14, 3, 'p2'), ...starting(91, 147, 2, 3, 'p2')];
    const alike = judge([...long, ...short, ...others], 150, { teamId: 'p1' });
    expect(alike).toMatchObject({ verdict: 'NO_CHANGE', change: -8, controlChange: -8, chance: 1 / 2001 });
    expect(alike.sentence).toBe(
      'Cycle time (p85) fell from 10.0 to 2.0 days, more than chance explains (1 in 2,000), but not more than elsewhere: teams that did nothing of the kind changed by −8.0 days.',
    );
    // Where the same was tried, nothing can be learnt of what happens without.
    const touched = judge([...long, ...short, ...others], 150, { teamId: 'p1', touchedTeamIds: ['p2'] });
    expect(touched).toMatchObject({ verdict: 'IMPROVED', controlChange: null });
    const slow = [...starting(0, 70, 14, 3, 'p2'), ...starting(91, 133, 14, 3, 'p2')];
    const apart = judge([...long, ...short, ...slow], 150, { teamId: 'p1' });
    expect(apart).toMatchObject({ verdict: 'IMPROVED', change: -8, controlChange: 0 });
    expect(apart.sentence).toMatch(/\(1 in 2,000\); teams that did nothing of the kind changed by \+0\.0 days\.$/);
    // For all teams together there is nobody else.
    expect(judge([...long, ...short, ...slow], 150).controlChange).toBe(null);
    // Others that do other kinds of work are no measure of it.
    const bugs = slow.map(({ issue, history }) => ({ issue: { ...issue, type: 'Bug' }, history }));
    expect(judge([...long, ...short, ...bugs], 150, { teamId: 'p1' }).controlChange).toBe(null);
  });

  it('has paid for it elsewhere when a guard has become worse.', () => {
    const many = starting(0, 70, 14, 6);
    const guards = judge([...many, ...short], 150, { guardMetrics: ['THROUGHPUT', 'REOPEN_RATE'] }).guards;
    // 66 in 90 days; 18 in the 61 since, two a week.
    expect(guards[0]).toEqual({ metric: 'THROUGHPUT', before: (66 * 7) / 90, after: (18 * 7) / 61, ok: false });
    expect(guards[1]).toEqual({ metric: 'REOPEN_RATE', before: 0, after: 0, ok: true });
    // A team that stops delivering has no 10 issues since, which says enough.
    const stopped = [...starting(0, 70, 2, 6), ...starting(91, 98, 2, 2)];
    const asked = { metric: 'WIP', baseline: { ...trial.baseline, value: 5 }, guardMetrics: ['THROUGHPUT'] } as const;
    expect(judge([...stopped, ...starting(77, 84, 90, 6)], 160, asked).guards).toMatchObject([{ ok: false }]);
  });

  it('is worth what was promised, as far as it was measured.', () => {
    const worth: ToldEstimate = {
      low: '500.00',
      base: '1000.00',
      high: '1500.00',
      currency: 'EUR',
      kind: 'DELAY',
      confidence: 'LOW',
      method: 'As promised.',
      drivers: ['a'],
    };
    const expectedEffect = { metric: 'CYCLE_TIME_P85', low: -20, base: -16, high: -5 } as const;
    // Half of what was expected.
    expect(judge([...long, ...short], 150, { promise: { expectedEffect, worth } }).realised).toMatchObject({
      low: '500.00',
      base: '500.00',
      high: '500.00',
      kind: 'DELAY',
      confidence: 'LOW',
    });
    const same = judge([...long, ...starting(91, 150, 14)], 180, { promise: { expectedEffect, worth } });
    expect(same.realised).toBe(null);
  });

  it('is judged by the rate of whole weeks, in proportion to the size of the teams compared with.', () => {
    // Two a week become six; the other team goes on with three.
    const own = [...starting(0, 84, 2, 2), ...starting(91, 154, 2, 6)];
    const others = starting(0, 154, 2, 3, 'p2');
    const asked = {
      metric: 'THROUGHPUT',
      teamId: 'p1',
      baseline: { ...trial.baseline, value: (26 * 7) / 90 },
    } as const;
    const judgement = judge([...own, ...others], 160, asked);
    expect(judgement).toMatchObject({ verdict: 'IMPROVED', nBefore: 22, nAfter: 60, signal: true });
    expect(judgement.controlChange).toBeCloseTo(0, 10);
    expect(judgement.after).toBeCloseTo((60 * 7) / 71, 10);
    // Twice as much everywhere is no merit of the one team.
    const all = [...own, ...starting(0, 84, 2, 3, 'p2'), ...starting(91, 154, 2, 9, 'p2')];
    expect(judge(all, 160, asked).verdict).toBe('NO_CHANGE');
    // Three weeks are no four.
    expect(judge([...own, ...others], 117, asked).verdict).toBe('TOO_EARLY');
    expect(judge([...own, ...others], 118, asked).verdict).not.toBe('TOO_EARLY');
  });

  it('is judged by what was opened again within two weeks.', () => {
    const opened = (day: number, which: number, again: boolean): Biography =>
      dayIssue(1000 * day + which, day, [
        [day, '4'],
        [day + 1, '8'],
        ...(again
          ? ([
              [day + 4, '4'],
              [day + 5, '8'],
            ] as const)
          : []),
      ]);
    const weeks = (from: number, until: number, again: boolean): Biography[] =>
      Array.from({ length: (until - from) / 7 + 1 }, (_, week) => from + 7 * week).flatMap((day) => [
        opened(day, 1, again),
        opened(day, 2, false),
      ]);
    const asked = { metric: 'REOPEN_RATE', baseline: { ...trial.baseline, value: 0.5 } } as const;
    const better = judge([...weeks(0, 84, true), ...weeks(91, 154, false)], 162, asked);
    // What was done by day 148, two weeks ago, of 18 issues: nine Mondays.
    expect(better).toMatchObject({ verdict: 'IMPROVED', before: 0.5, after: 0, change: -0.5, nAfter: 18 });
    const same = judge([...weeks(0, 84, true), ...weeks(91, 154, true)], 162, asked);
    expect(same).toMatchObject({ verdict: 'NO_CHANGE', after: 0.5 });
  });

  it('is judged the same whenever it is asked.', () => {
    const asked = { guardMetrics: ['THROUGHPUT', 'WIP'] } as const;
    expect(judge([...long, ...short], 150, asked)).toEqual(judge([...short, ...long], 150, asked));
  });
});
