import { describe, expect, it } from 'vitest';
import { singleExpert } from '../../../../server/analytics/recommendations/rules/single-expert.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { assigneeItem, flagItem } from '../../../support/build-issue.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Seven euros a week are one a day. */
const valueClasses = [{ match: 'Urgent', perWeek: '7' }];

/** Leaves Test on a day, a Tuesday unless told otherwise, having come there on Monday; Test has one status alone. */
const tested = (index: number, assigneeId: string | null, left = 1): Biography =>
  dayIssue(index, 0, [[left, '8']], { statusId: '7', assigneeId });
const byHands = (...owners: readonly (string | null)[]): Biography[] =>
  owners.map((owner, index) => tested(index + 1, owner));
const times = (count: number, owner: string | null): (string | null)[] => Array.from({ length: count }, () => owner);

const find = (biographies: readonly Biography[], days = 30) => {
  const question = askAdvice(workedWorld(biographies, 20), { days, model: { valueClasses } });
  const findings = singleExpert.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R7, a stage that one person carries', () => {
  it('says to let more people do the work of a stage of whose exits one person made half.', () => {
    const { findings, finding, evidence } = find(byHands(...times(5, 'ann-account'), ...times(4, 'bo'), 'cy'));
    expect(findings).toHaveLength(1);
    expect(finding).toMatchObject({
      subject: 'stage:Test',
      title: 'Let more people do the work in Test',
      severity: 0.5,
      metric: 'STAGE_STAY_P85',
      stageId: 'Test',
      expectedEffect: { low: -0.4, base: -0.25, high: -0.1 },
      effort: 'LARGE',
    });
    expect(finding?.advice).toBe(
      'One person made 50 % of the 10 exits from Test: work waits there whenever that person is away or busy. Let others do ' +
        'the next issues there, at first together and then alone, until nobody makes more than half of them.',
    );
    expect(evidence).toEqual([
      {
        text: 'Exits from Test made by one person',
        value: '50 % of 10',
        keys: expect.arrayContaining(['P1-1', 'P1-10']),
      },
      { text: '85 of 100 stays in Test end within', value: '1.0 working days', keys: expect.anything() },
    ]);
  });

  it('says neither who that is, nor which issues were theirs.', () => {
    const { finding, evidence } = find(byHands(...times(6, 'ann-account'), ...times(4, 'bo')));
    expect(JSON.stringify([finding, evidence])).not.toMatch(/ann|bo\b/);
    // All that left the stage stand behind it, by how long they had been there.
    expect(evidence[0]?.keys).toHaveLength(10);
  });

  it('goes by who had the issue until it left, not by who gets it with the move.', () => {
    const handedOn = Array.from({ length: 10 }, (_, index) => {
      const steps: readonly DayStep[] = [
        [1, '8'],
        [1, assigneeItem(index < 6 ? 'ann' : `someone-${index}`, 'zoe')],
      ];
      return dayIssue(index + 1, 0, steps, { statusId: '7', assigneeId: 'zoe' });
    });
    expect(find(handedOn).finding?.severity).toBe(0.6);
  });

  it('is worth what a quarter of the waiting in the stage cost.', () => {
    const flagged = byHands(...times(10, 'ann')).map(({ issue }) =>
      dayIssue(
        Number(issue.id),
        0,
        [
          [1, flagItem(true)],
          [5, flagItem(false)],
          [6, '8'],
        ],
        { statusId: '7', assigneeId: 'ann', priority: 'Urgent' },
      ),
    );
    const { finding } = find([...flagged, tested(11, 'bo')]);
    // Ten issues were flagged for 4 days at one euro.
    expect(finding?.worth?.kind).toBe('DELAY');
    expect(finding?.worth?.base.toFixed(2)).toBe('10.00');
    expect(finding?.worth?.low.toFixed(2)).toBe('4.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('16.00');
    expect(find(byHands(...times(9, 'ann'), 'bo')).finding?.worth).toBeNull();
  });

  it('finds nothing where nobody made half, those of nobody counting too.', () => {
    expect(find(byHands(...times(5, 'ann'), ...times(6, 'bo'))).findings).toHaveLength(1);
    expect(find(byHands(...times(5, 'ann'), ...times(5, 'bo'), null)).findings).toEqual([]);
    expect(find(byHands(...times(4, 'ann'), 'bo', ...times(6, null))).findings).toEqual([]);
  });

  it('finds nothing in fewer than ten exits, or in those of another time.', () => {
    expect(find(byHands(...times(8, 'ann'), 'bo')).findings).toEqual([]);
    // The window of 20 days begins with day 1: an exit on day 0 is of the time before.
    const nine = Array.from({ length: 9 }, (_, index) => tested(index + 1, index < 8 ? 'ann' : 'bo', 2));
    expect(find([...nine, tested(10, 'ann', 0.9)], 20).findings).toEqual([]);
    expect(find([...nine, tested(10, 'ann', 1)], 20).findings).toHaveLength(1);
  });

  it('finds nothing where there is nobody else.', () => {
    expect(find(byHands(...times(12, 'ann'))).findings).toEqual([]);
    expect(find(byHands(...times(8, 'ann'), ...times(4, null))).findings).toEqual([]);
    // Somebody who only has finished work is not there to learn.
    expect(
      find([...byHands(...times(12, 'ann')), dayIssue(13, 0, [], { statusId: '8', assigneeId: 'bo' })]).findings,
    ).toEqual([]);
    expect(find([...byHands(...times(12, 'ann')), dayIssue(13, 0, [], { assigneeId: 'bo' })]).findings).toHaveLength(1);
  });

  it('finds nothing in a queue, which nobody works in.', () => {
    const queued = Array.from({ length: 12 }, (_, index) =>
      dayIssue(index + 1, 0, [[1, '8']], { statusId: '6', assigneeId: index < 10 ? 'ann' : 'bo' }),
    );
    expect(find(queued).findings).toEqual([]);
  });

  it('finds nothing in an empty world.', () => {
    expect(find([]).findings).toEqual([]);
  });
});
