import { describe, expect, it } from 'vitest';
import { handoffs } from '../../../../server/analytics/recommendations/rules/handoffs.ts';
import type { Issue } from '../../../../server/domain/issue.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { assigneeItem } from '../../../support/build-issue.ts';
import { dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { dateOf, workedWorld } from '../../../support/worked-world.ts';

/** Seven euros a week are one a day. */
const valueClasses = [{ match: 'Urgent', perWeek: '7' }];

/**
 * In Build from Monday, day 0, to Saturday, day 5: five working days. Ann hands it to Bo on day 1, who acts on the day
 * `actedOn`.
 */
const handedOver = (index: number, actedOn: number, values: Partial<Issue> = {}): Biography =>
  dayIssue(
    index,
    0,
    [
      [1, assigneeItem('ann', 'bo')],
      [5, '8'],
    ],
    {
      statusId: '4',
      assigneeId: 'bo',
      acts: [{ authorId: 'bo', at: dateOf(actedOn), kind: 'COMMENT', seconds: 0 }],
      ...values,
    },
  );
/** Ann has it all the time. */
const kept = (index: number, done = 5): Biography =>
  dayIssue(index, 0, [[done, '8']], { statusId: '4', assigneeId: 'ann' });
const ten = Array.from({ length: 10 }, (_, index) => handedOver(index + 1, 2));

const find = (biographies: readonly Biography[]) => {
  const question = askAdvice(workedWorld(biographies, 20), { days: 30, model: { valueClasses } });
  const findings = handoffs.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R6, work that waits for a new owner', () => {
  it('says to keep the owner, from a fifth of the time between start and done on.', () => {
    const { findings, finding } = find(ten);
    expect(findings).toHaveLength(1);
    expect(finding).toMatchObject({
      subject: 'issues',
      title: 'Let issues keep their owner, or hand them over in person',
      severity: 0.2,
      metric: 'CYCLE_TIME_P85',
      stageId: null,
      // All take 5 working days and wait one: a quarter, half and three quarters of it less.
      expectedEffect: { metric: 'CYCLE_TIME_P85', low: -0.75, base: -0.5, high: -0.25 },
    });
    expect(finding?.advice).toBe(
      'The 10 issues delivered changed hands 10 times, and waited 1.0 working days each time on average for the new owner to ' +
        'act: 20 % of the time between start and done. Let whoever begins an issue finish it, or have both work on it together ' +
        'where it has to change hands; nobody hands over what the next has no time for.',
    );
  });

  it('names the issues behind it, the longest wait first.', () => {
    const { finding, evidence } = find([kept(11), handedOver(12, 2.5), ...ten.slice(0, 8), handedOver(10, 4)]);
    // Waits of 8 × 1, 3/8 more than one (9 to 12) and 3 working days in 11 × 5.
    expect(finding?.severity).toBeCloseTo((8 + 1.375 + 3) / 55, 12);
    const keys = ['P1-10', 'P1-12', ...ten.slice(0, 8).map(({ issue }) => issue.key)];
    expect(evidence).toEqual([
      { text: 'Time between start and done spent waiting for a new owner to act', value: '23 %', keys },
      { text: 'Handoffs of an issue on average', value: '0.91', keys: expect.arrayContaining(keys) },
    ]);
    expect(evidence[1]?.keys).toHaveLength(10);
  });

  it('is worth half of what waiting for owners cost, and says that it is assumed.', () => {
    const { finding } = find(ten.map((_, index) => handedOver(index + 1, 3, { priority: 'Urgent' })));
    // Ten waited two days of the calendar at one euro.
    expect(finding?.worth).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM' });
    expect(finding?.worth?.base.toFixed(2)).toBe('10.00');
    expect(finding?.worth?.low.toFixed(2)).toBe('5.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('15.00');
    expect(finding?.worth?.method).toContain('is an assumption');
    expect(finding?.cautions[0]).toContain('is an assumption');
  });

  it('has no worth where nothing that waited has a value.', () => {
    // The labour of the even split gives each a value by payback.
    expect(find(ten).finding?.worth).toMatchObject({ kind: 'DELAY', confidence: 'LOW' });
    const worthless = ten.map((_, index) => handedOver(index + 1, 2, { priority: 'Nothing' }));
    const question = askAdvice(workedWorld(worthless, 20), {
      days: 30,
      model: { valueClasses: [{ match: 'Nothing', perWeek: '0' }] },
    });
    expect(handoffs.find(question)[0]?.worth).toBeNull();
  });

  it('finds nothing in less than a fifth, or in fewer than ten issues delivered.', () => {
    // The afternoon of day 1 ends twelve minutes before it would be a fifth.
    expect(find([...ten.slice(0, 9), handedOver(10, 1.7)]).findings).toEqual([]);
    expect(find([...ten.slice(0, 9), kept(10)]).findings).toEqual([]);
    expect(find(ten.slice(0, 9)).findings).toEqual([]);
  });

  it('finds nothing where nobody hands anything over, and in an empty world.', () => {
    expect(find(Array.from({ length: 12 }, (_, index) => kept(index + 1))).findings).toEqual([]);
    expect(find([]).findings).toEqual([]);
  });
});
