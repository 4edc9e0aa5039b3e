import { describe, expect, it } from 'vitest';
import { tooMuchWork } from '../../../../server/analytics/recommendations/rules/too-much-work.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Seven euros a week are one a day. */
const valueClasses = [
  { match: 'Urgent', perWeek: '7' },
  { match: 'Dear', perWeek: '70' },
];

/** Two days in Ready and two in Build, from a day on. */
const fourDays = (index: number, day: number, priority: string | null = null): Biography =>
  dayIssue(
    index,
    day,
    [
      [day + 2, '4'],
      [day + 4, '8'],
    ],
    { statusId: '3', priority },
  );
const begun = (index: number, day: number, priority: string | null = null, statusId = '4'): Biography =>
  dayIssue(index, day, [], { statusId, priority, resolution: null });
const serial = (from: number, day: number, priority: string | null = null): Biography[] =>
  Array.from({ length: 10 }, (_, index) => fourDays(from + index, day + index, priority));

/** The window is days 20 to 40, of which nothing has passed of the last; the one before has the days −1 to 19. */
const find = (biographies: readonly Biography[]) => {
  const question = askAdvice(workedWorld(biographies, 40), { days: 21, model: { valueClasses } });
  const findings = tooMuchWork.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

/** Ten took four days, and were done on days 4 to 13: the target. Ten more took as long in the window: two at a time. */
const before = serial(1, 0);
const within = serial(11, 22, 'Urgent');
/** Four under way for the last ten of twenty days are two more on average. */
const more = [begun(21, 30, 'Dear'), begun(22, 30, 'Urgent', '3'), begun(23, 30), begun(24, 30, 'Dear')];

describe('R2, more under way than can be finished in time', () => {
  it('says to park what does not fit, by name.', () => {
    const { findings, finding, evidence } = find([...more, ...within, ...before]);
    expect(findings).toHaveLength(1);
    // 10 done in 20 days × 4 days fit: two. There were 40 days of work of ten and 40 of four, in 20 days.
    expect(finding).toMatchObject({
      subject: 'issues',
      title: 'Park 2 issues, and begin a new one only when another is done',
      severity: 2,
      metric: 'WIP',
      stageId: null,
      expectedEffect: { metric: 'WIP', low: -2, base: -2, high: -1 },
      effort: 'SMALL',
    });
    expect(finding?.advice).toBe(
      'On average 4 issues were under way, and 4 are now. At 0.5 done a day, 2 can be finished within 4.0 days, as 85 of 100 ' +
        'were in the 21 days before. Park the 2 issues named here, which are worth least for the time that they still take; ' +
        'of the 2 that go on, begin a new one only when another is done.',
    );
    const keysOf = (issues: readonly Biography[]) => issues.map(({ issue }) => issue.key);
    expect(evidence).toEqual([
      { text: 'Work in progress on average', value: '4 issues', keys: [...keysOf(more), ...keysOf(within)] },
      { text: 'What fits: 0.5 done or dropped a day × 4.0 days', value: '2 issues', keys: keysOf(within) },
      { text: '85 of 100 issues were done within, in the 21 days before', value: '4.0 days', keys: keysOf(before) },
      // Nobody has worked on P1-23, so that it has no value; P1-22 is worth a tenth of the others.
      { text: 'To park, what is worth least first', value: '2 issues', keys: ['P1-23', 'P1-22'] },
    ]);
  });

  it('parks what has no value first, the latest begun of it before the others.', () => {
    const { evidence } = find([...more, begun(25, 31), begun(26, 32), ...within, ...before]);
    expect(evidence.at(-1)?.keys).toEqual(['P1-26', 'P1-25', 'P1-23', 'P1-22']);
  });

  it('is worth what waiting cost, of all that is not parked, × the share by which work falls.', () => {
    const { finding } = find([...more, ...within, ...before]);
    // The ten of the window waited two days each at one euro; half as much work, and at least half of that half.
    expect(finding?.worth).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM' });
    expect(finding?.worth?.base.toFixed(2)).toBe('10.00');
    expect(finding?.worth?.low.toFixed(2)).toBe('5.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('10.00');
    expect(finding?.worth?.method).toContain('is an assumption');
    expect(find([...more, ...serial(11, 22), ...before]).finding?.worth).toBeNull();
  });

  it('finds nothing in what just fits.', () => {
    // Forty days of work in 20 days, and ten done: exactly two.
    expect(find([...within, ...before]).findings).toEqual([]);
    // One of them done in one day makes room for three of one day each, and no more.
    const short = dayIssue(11, 25, [[26, '8']], { statusId: '4' });
    const room = [...before, ...within.slice(1), short];
    expect(find([...room, begun(21, 39), begun(22, 39), begun(23, 39)]).findings).toEqual([]);
    expect(find([...room, begun(21, 39), begun(22, 39), begun(23, 38.9)]).findings).toHaveLength(1);
    expect(find([...within, ...before, begun(21, 39.5), begun(22, 39.5), begun(23, 39.5)]).findings).toHaveLength(1);
  });

  it('finds nothing to park where no more is under way now than fits.', () => {
    // On average much was under way, but of that two are left.
    const old = [25, 26].map((index) => dayIssue(index, 0, [[39, '8']], { statusId: '4' }));
    expect(find([...within, ...before, ...old, ...more.slice(0, 2)]).findings).toEqual([]);
    expect(find([...within, ...before, ...old, ...more.slice(0, 3)]).finding?.title).toMatch(/^Park 1 issue, /);
  });

  it('lets one go on, however little fits.', () => {
    const { finding, evidence } = find([...before, ...within.slice(0, 1), ...more]);
    expect(finding?.title).toMatch(/^Park 3 issues, /);
    expect(evidence.at(-1)?.keys).toEqual(['P1-23', 'P1-22', 'P1-24']);
    expect(find([...before, ...within.slice(0, 1), begun(21, 20)]).findings).toEqual([]);
  });

  it('finds nothing where too few were delivered before for a target, or nothing has left since.', () => {
    expect(find([...before.slice(1), ...within, ...more]).findings).toEqual([]);
    expect(find([...before, ...more]).findings).toEqual([]);
  });

  it('finds nothing in an empty world.', () => {
    expect(find([]).findings).toEqual([]);
  });
});
