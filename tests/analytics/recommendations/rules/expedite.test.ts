import { describe, expect, it } from 'vitest';
import { expedite } from '../../../../server/analytics/recommendations/rules/expedite.ts';
import type { CostModel } from '../../../../server/domain/cost-model.ts';
import type { Issue } from '../../../../server/domain/issue.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Numbered from `first` on, begun an hour apart from Tuesday, day 15, and under way on day 30. */
const begun = (count: number, values: Partial<Issue>, first = 1, day = 15): Biography[] =>
  Array.from({ length: count }, (_, index) =>
    dayIssue(first + index, 0, [[day + index / 24, '4']], { resolution: null, ...values }),
  );
/** The same, from a Monday on and done after so many days. */
const done = (count: number, days: number, values: Partial<Issue>, first: number): Biography[] =>
  Array.from({ length: count }, (_, index) =>
    dayIssue(
      first + index,
      0,
      [
        [14, '4'],
        [14 + days, '8'],
      ],
      values,
    ),
  );
const plain = { priority: 'Medium' };
const highest = { priority: 'Highest' };

const find = (biographies: readonly Biography[], model: Partial<CostModel> = {}) => {
  const question = askAdvice(workedWorld(biographies, 30), { days: 30, model });
  const findings = expedite.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R10, too much that is urgent', () => {
  it('says how many may be under way at once.', () => {
    const { finding, evidence } = find([...begun(7, plain), ...begun(3, highest, 21)]);
    expect(finding).toMatchObject({
      subject: 'class:highest',
      title: 'Let at most 2 issues be under way as Highest: 30 % of all work begins as such',
      advice:
        '3 of 10 issues begun in these 30 days were Highest, and 3 of 10 under way are. When so much is urgent, nothing is. ' +
        'Agree on what makes an issue Highest, and that no more than 2 are under way at once: the next one waits until one ' +
        'of them is done.',
      severity: 0.3,
      worth: null,
      expectedEffect: null,
      metric: 'CYCLE_TIME_P85',
      stageId: null,
    });
    expect(finding?.cautions[0]).toBe('Highest is taken for what goes before all else because that is its name.');
    expect(evidence).toEqual([
      { text: 'Begun as Highest', value: '3 of 10 issues, 30 %', keys: ['P1-23', 'P1-22', 'P1-21'] },
      { text: 'Highest under way now', value: '3 of 10 issues', keys: ['P1-21', 'P1-22', 'P1-23'] },
    ]);
  });

  it('needs a fifth of ten.', () => {
    expect(find([...begun(8, plain), ...begun(2, highest, 21)]).finding).toMatchObject({ severity: 0.2 });
    expect(find([...begun(9, plain), ...begun(2, highest, 21)]).findings).toEqual([]);
    expect(find([...begun(7, plain), ...begun(2, highest, 21)]).findings).toEqual([]);
    expect(find([]).findings).toEqual([]);
  });

  it('counts what was begun in the window, and not before.', () => {
    expect(find([...begun(10, plain), ...begun(5, highest, 21, 0.5)]).findings).toEqual([]);
    expect(find([...begun(10, plain), ...begun(5, highest, 21, 1)]).findings).toHaveLength(1);
  });

  it('tells whether being urgent makes it quicker, where ten of each were delivered.', () => {
    const { finding, evidence } = find([...done(10, 4, plain, 1), ...done(10, 1, highest, 21)]);
    expect(evidence[2]).toMatchObject({
      text: 'Done within: 85 of 100 Highest, and 85 of 100 others',
      value: '1.0 working days, and 4.0 working days',
    });
    expect(evidence[2]?.keys).toHaveLength(10);
    // Nothing is under way any more: one at least may be.
    expect(finding?.title).toMatch(/^Let at most 1 issue be under way as Highest: 50 %/);
    expect(find([...done(10, 4, plain, 1), ...done(9, 1, highest, 21)]).evidence).toHaveLength(2);
  });

  it('goes by the first name that is used, in any case, and by no other.', () => {
    const named = (priority: string) => find([...begun(6, plain), ...begun(4, { priority }, 21)]).finding?.subject;
    for (const name of ['Highest', 'BLOCKER', 'critical', 'Urgent', 'Expedite', 'emergency', 'P0', 'p1'])
      expect(named(name)).toBe(`class:${name.toLowerCase()}`);
    for (const name of ['High', 'Higher', 'P2', 'Major']) expect(named(name)).toBeUndefined();
    // One blocker is what blockers are for, however much is critical.
    const mixed = [
      ...begun(6, plain),
      ...begun(4, { priority: 'Critical' }, 21),
      ...begun(1, { priority: 'blocker' }, 31),
    ];
    expect(find(mixed).findings).toEqual([]);
  });

  it('goes by the dearest value class, be it a priority or a label, where the cost model has one.', () => {
    const valueClasses = [
      { match: 'medium', perWeek: '100' },
      { match: 'Hotfix', perWeek: '5000' },
      { match: 'escaped', perWeek: '5000.00' },
    ];
    const world = [
      ...begun(8, highest),
      ...begun(2, { labels: ['hotfix'] }, 21),
      ...begun(1, { priority: 'Escaped' }, 31),
    ];
    const { finding, evidence } = find(world, { valueClasses });
    expect(finding?.subject).toBe('class:hotfix or escaped');
    expect(evidence[0]).toMatchObject({ value: '3 of 11 issues, 27 %', keys: ['P1-22', 'P1-21', 'P1-31'] });
    expect(finding?.cautions[0]).toContain('because no value class costs more a week.');
    // A class of nothing says that nobody waits.
    expect(find(world, { valueClasses: [{ match: 'Hotfix', perWeek: '0' }] }).finding?.subject).toBe('class:highest');
  });
});
