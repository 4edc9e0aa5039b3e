import { describe, expect, it } from 'vitest';
import { pastTheirTime } from '../../../../server/analytics/recommendations/rules/past-their-time.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Ten issues that took 1 working day from Monday, day 28, but for one that took 2 and one that took 3: the ninth is p85. */
const delivered = Array.from({ length: 10 }, (_, index) =>
  dayIssue(index + 1, 28, [
    [28, '4'],
    [index === 8 ? 30 : index === 9 ? 31 : 29, '8'],
  ]),
);
/** Begun in Build on a day, and not done on day 42, a Monday. */
const underWay = (index: number, day: number, priority: string | null = null): Biography =>
  dayIssue(index, 28, [[day, '4']], { priority, resolution: null });
const valueClasses = [
  { match: 'High', perWeek: '700' },
  { match: 'Low', perWeek: '70' },
];

const find = (biographies: readonly Biography[], model = {}) => {
  const question = askAdvice(workedWorld(biographies, 42), { days: 30, model: { valueClasses, ...model } });
  const findings = pastTheirTime.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R4, issues past their time', () => {
  it('says to finish those first of which a day costs most.', () => {
    const { finding, evidence } = find([
      ...delivered,
      underWay(11, 36, 'Low'),
      underWay(12, 35, 'High'),
      underWay(13, 39),
      underWay(14, 37),
    ]);
    expect(finding).toMatchObject({
      subject: 'issues',
      title: 'Finish P1-12, P1-11 and P1-14 first: under way for more than 2.0 working days',
      severity: 3,
      metric: 'CYCLE_TIME_P85',
      stageId: null,
      expectedEffect: null,
    });
    expect(finding?.advice).toBe(
      'Let whoever can help finish them today, before anything new is begun. 3 of 4 issues under way are older than 2.0 ' +
        'working days, and 85 of 100 issues delivered in these 30 days took no longer. Begin where a day costs most: P1-12 ' +
        '(Build for 5.0 working days), P1-11 (Build for 4.0 working days), P1-14 (Build for 3.0 working days).',
    );
    expect(evidence).toEqual([
      {
        text: 'Under way for more than 2.0 working days, in which 85 of 100 delivered issues were done',
        value: '3 of 4 issues under way',
        keys: ['P1-12', 'P1-11', 'P1-14'],
      },
      {
        text: 'Where to begin, by what a day of each costs',
        value: 'P1-12 €100, P1-11 €10, P1-14',
        keys: ['P1-12', 'P1-11', 'P1-14'],
      },
    ]);
  });

  it('is worth half of what waiting for them costs, a day being what others took from there.', () => {
    const { finding } = find([...delivered, underWay(11, 36, 'Low'), underWay(12, 36, 'Low'), underWay(13, 36)]);
    // Two issues, 10 a day each, for half a day; a quarter to three quarters of a day either way.
    expect(finding?.worth).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM' });
    expect(finding?.worth?.base.toFixed(2)).toBe('10.00');
    expect(finding?.worth?.low.toFixed(2)).toBe('5.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('15.00');
    expect(finding?.worth?.method).toContain('2 of 3 have a value.');
    expect(finding?.worth?.drivers).toEqual([
      'A quarter to three quarters of it saved instead of half: −50 % to +50 %',
    ]);
  });

  it('has no worth where nothing says what any of them is worth.', () => {
    const { finding } = find([...delivered, underWay(11, 36)], { valueClasses: [] });
    expect(finding?.title).toBe('Finish P1-11 first: under way for more than 2.0 working days');
    expect(finding?.worth).toBeNull();
  });

  it('names ten, and counts all.', () => {
    const many = Array.from({ length: 12 }, (_, index) => underWay(20 + index, 36, 'Low'));
    const { finding, evidence } = find([...delivered, ...many]);
    expect(finding?.title).toMatch(/^Finish P1-20, P1-21, P1-22 and 7 more first/);
    expect(finding?.severity).toBe(12);
    expect(evidence[0]?.keys).toHaveLength(12);
    expect(evidence[1]?.keys).toEqual(Array.from({ length: 10 }, (_, index) => `P1-${20 + index}`));
    expect(finding?.worth?.base.toFixed(2)).toBe('50.00');
  });

  it('finds nothing in what is exactly as old as the limit.', () => {
    // Thursday and Friday are two working days; the evening before adds none, twelve minutes of the afternoon do.
    expect(find([...delivered, underWay(11, 38)]).findings).toEqual([]);
    expect(find([...delivered, underWay(11, 37.71)]).findings).toEqual([]);
    expect(find([...delivered, underWay(11, 37.7)]).findings).toHaveLength(1);
  });

  it('finds nothing where fewer than ten were delivered, and in an empty world.', () => {
    expect(find([...delivered.slice(1), underWay(11, 36)]).findings).toEqual([]);
    expect(find([]).findings).toEqual([]);
  });
});
