import { describe, expect, it } from 'vitest';
import { staleWork } from '../../../../server/analytics/recommendations/rules/stale-work.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import type { Biography } from '../../../support/random-world.ts';
import { dateOf, type WorkedIssue, workedIssue, workedWorld } from '../../../support/worked-world.ts';

const second = 1 / 86_400;
/** Delivered on day 80 after a day, but for one that took four and one that took eight: of twenty the second longest is p95. */
const delivered = (count = 20): Biography[] =>
  Array.from({ length: count }, (_, index) => {
    const took = index === 0 ? 8 : index === 1 ? 4 : 1;
    return workedIssue({
      number: index + 1,
      createdOn: 60,
      moves: [
        [80 - took, '4'],
        [80, '8'],
      ],
    });
  });
/** Begun in Build on a day and last touched on another; day 90 is today. */
const left = (number: number, begun: number, touched: number, values: Partial<WorkedIssue> = {}): Biography =>
  workedIssue({ number, createdOn: 0, moves: [[begun, '4']], updatedOn: touched, ...values });
const valueClasses = [
  { match: 'High', perWeek: '700' },
  { match: 'Low', perWeek: '70' },
];

/** 60 days, of which the last one has just begun: the window is 59 days long. */
const find = (biographies: readonly Biography[], model = {}) => {
  const question = askAdvice(workedWorld(biographies, 90), { days: 60, model: { valueClasses, ...model } });
  const findings = staleWork.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R13, work that nobody touches', () => {
  it('says to close or revive it, the one left longest first.', () => {
    const { finding, evidence } = find([
      ...delivered(),
      left(31, 20, 70, { priority: 'High' }),
      left(32, 60.5, 60.5),
      left(33, 85, 85),
      left(34, 10, 50, { priority: 'Low' }),
    ]);
    expect(finding).toMatchObject({
      subject: 'issues',
      title: 'Close or revive P1-34, P1-32 and P1-31: untouched for more than 12 days',
      advice:
        'Nothing has happened for more than 12 days to 3 of 4 issues under way; 95 of 100 issues delivered in these 60 days ' +
        'took no more than 4.0 days from start to done. Go through them once, P1-34 first, which has been left in Build for ' +
        '40 days: close what nobody needs any more, and agree on the next step of what is left.',
      severity: 3,
      metric: 'WIP',
      stageId: null,
    });
    expect(evidence).toEqual([
      {
        text: 'Untouched for more than 12 days',
        value: '3 of 4 issues under way',
        keys: ['P1-34', 'P1-32', 'P1-31'],
      },
      { text: 'The longest', value: '40 days', keys: ['P1-34'] },
    ]);
    // Two were under way during all of the window, the third for its last 29.5 of 59 days.
    expect(finding?.expectedEffect).toEqual({ metric: 'WIP', low: -2.5, base: -2.5, high: 0 });
  });

  it('is worth what another window of them costs, where they have a value.', () => {
    const { finding } = find([...delivered(), left(31, 20, 70, { priority: 'Low' }), left(32, 20, 70)]);
    // 59 days at 10 a day.
    expect(finding?.worth).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM' });
    expect(finding?.worth?.base.toFixed(2)).toBe('590.00');
    expect(finding?.worth?.method).toContain('1 of 2 have a value.');
    expect(find([...delivered(), left(31, 20, 70)]).finding?.worth).toBeNull();
  });

  it('needs more than three times the 95th percentile without a touch.', () => {
    expect(find([...delivered(), left(31, 20, 78)]).findings).toEqual([]);
    expect(find([...delivered(), left(31, 20, 78 - second)]).findings).toHaveLength(1);
  });

  it('needs twenty delivered issues to say what is long.', () => {
    expect(find([...delivered(19), left(31, 20, 30)]).findings).toEqual([]);
    expect(find([]).findings).toEqual([]);
  });

  it('calls nothing stale within a week, however quick the others are.', () => {
    const quick = Array.from({ length: 20 }, (_, index) =>
      workedIssue({
        number: index + 1,
        createdOn: 60,
        moves: [
          [79, '4'],
          [79.5, '8'],
        ],
      }),
    );
    expect(find([...quick, left(31, 20, 83)]).findings).toEqual([]);
    expect(find([...quick, left(31, 20, 83 - second)]).finding?.title).toBe(
      'Close or revive P1-31: untouched for more than 7.0 days',
    );
  });

  it('takes work on a subtask for work on the issue, and leaves out what is not begun or is done.', () => {
    const subtask = workedIssue({ number: 41, createdOn: 0, updatedOn: 89, subtask: true, parentId: '31' });
    expect(find([...delivered(), left(31, 20, 30), subtask]).findings).toEqual([]);
    const waiting = workedIssue({ number: 42, createdOn: 0, updatedOn: 1 });
    const old = workedIssue({
      number: 43,
      createdOn: 0,
      moves: [
        [1, '4'],
        [2, '8'],
      ],
      resolvedAt: dateOf(2),
    });
    expect(find([...delivered(), waiting, old]).findings).toEqual([]);
  });
});
