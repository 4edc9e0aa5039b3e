import { describe, expect, it } from 'vitest';
import { betterOrder } from '../../../../server/analytics/recommendations/rules/better-order.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { assigneeItem } from '../../../support/build-issue.ts';
import { dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** So many issues that went from Build to done in a week. The window of 36 days that ends with the start of its last one has 35: 5 of them are one after the other. */
const delivered = (count = 5): Biography[] =>
  Array.from({ length: count }, (_, index) =>
    dayIssue(index + 1, 9, [
      [10, '4'],
      [17, '8'],
    ]),
  );
/** Begun in Build on a day, of a class of its own. */
const underWay = (index: number, day: number, priority: string | null): Biography =>
  dayIssue(index, 9, [[day, '4']], { priority, resolution: null });
const weekly = (...amounts: string[]) => amounts.map((perWeek, place) => ({ match: `c${place + 1}`, perWeek }));
const pair = [underWay(21, 30, 'c1'), underWay(22, 31, 'c2')];

const find = (biographies: readonly Biography[], model = {}) => {
  const question = askAdvice(workedWorld(biographies, 42), { days: 36, model });
  const findings = betterOrder.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R9, a better order', () => {
  // A week of the second earlier and of the first later: 724 − 100 = 624, a paid day at 60 × 1.3 × 8 hours.
  it('names the swap that saves most, and what it saves.', () => {
    const { finding, evidence } = find([...delivered(), ...pair], { valueClasses: weekly('100', '724') });
    expect(finding).toMatchObject({
      subject: 'order',
      title: 'Do P1-22 before P1-21: that saves about €620 of delay',
      advice:
        'By start P1-21 (in Build, €100 a week) is before P1-22 (in Build, €720 a week). Let them exchange their places. As ' +
        'one issue is finished after the other by the team, that saves about €620, as much as 1 paid day of a person.',
      severity: 1,
      metric: 'DELAY_COST',
      stageId: null,
      expectedEffect: null,
      worth: { kind: 'DELAY', confidence: 'MEDIUM', drivers: [] },
    });
    expect(finding?.worth?.base.toFixed(2)).toBe('624.00');
    expect(evidence).toEqual([
      {
        text: 'P1-22 before P1-21',
        value: '€620 saved',
        keys: ['P1-22', 'P1-21'],
      },
    ]);
  });

  it('finds nothing in a swap that saves a cent less than a paid day.', () => {
    expect(find([...delivered(), ...pair], { valueClasses: weekly('100', '723.99') }).findings).toEqual([]);
    expect(
      find([...delivered(), ...pair], { valueClasses: weekly('100', '724'), defaultHourlyRate: '60.01' }).findings,
    ).toEqual([]);
  });

  it('saves half where twice as many are finished side by side, and says between what it may lie.', () => {
    const valueClasses = weekly('100', '1348');
    const { finding, evidence } = find([...delivered(10), ...pair], { valueClasses });
    expect(finding?.worth?.base.toFixed(2)).toBe('624.00');
    expect(finding?.worth?.low.toFixed(2)).toBe('312.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('1248.00');
    expect(finding?.worth?.drivers).toEqual([
      'Twice or half as many issues finished side by side as 2: −50 % to +100 %',
    ]);
    expect(finding?.advice).toContain('As 2 issues are finished side by side by the team, that saves about €620');
    expect(evidence[0]?.value).toBe('€620 saved');
  });

  it('tells three swaps at most, the best first.', () => {
    const eight = ['1', '2', '3', '4', '5', '6', '7', '8'].map((place) =>
      underWay(20 + Number(place), 30, `c${place}`),
    );
    const valueClasses = weekly('1000', '2000', '3000', '4000', '5000', '6000', '7000', '8000');
    const { finding, evidence } = find([...delivered(), ...eight], { valueClasses });
    // All take a week: seven places earlier for 8000, seven later for 1000.
    expect(finding?.worth?.base.toFixed(0)).toBe('49000');
    expect(finding?.severity).toBeCloseTo(49_000 / 624, 6);
    expect(evidence.map(({ value, keys }) => [value, keys])).toEqual([
      ['€49k saved', ['P1-28', 'P1-21']],
      ['€25k saved', ['P1-27', 'P1-22']],
      ['€9k saved', ['P1-26', 'P1-23']],
    ]);
    expect(finding?.advice).toMatch(/ Then do P1-27 before P1-22, and P1-26 before P1-23\.$/);
  });

  it('lets nobody take work of another team first, and goes by the pace of each.', () => {
    const ofProject = (index: number, day: number, priority: string, projectId: string): Biography =>
      dayIssue(index, 9, [[day, '4']], { priority, resolution: null, projectId });
    const valueClasses = weekly('100', '724', '9000');
    const apart = [ofProject(21, 30, 'c1', 'p1'), ofProject(22, 31, 'c3', 'p2')];
    expect(find([...delivered(), ...apart], { valueClasses }).findings).toEqual([]);
    // The other team has delivered nothing: it is taken to finish one after the other, and all deliveries tell how long that takes.
    const { evidence, finding } = find(
      [...delivered(10), ...pair, ofProject(23, 28, 'c2', 'p2'), ofProject(24, 29, 'c3', 'p2')],
      { valueClasses },
    );
    expect(evidence).toMatchObject([
      { value: '€8.3k saved', keys: ['P1-24', 'P1-23'] },
      { value: '€310 saved', keys: ['P1-22', 'P1-21'] },
    ]);
    expect(finding?.worth?.base.toFixed(2)).toBe('8276.00');
  });

  it('is of low confidence where few were delivered, and where payback is most of it.', () => {
    const classes = { valueClasses: weekly('100', '5000') };
    expect(find([...delivered(5), ...pair], classes).finding?.worth?.confidence).toBe('MEDIUM');
    expect(find([...delivered(4), ...pair], classes).finding?.worth?.confidence).toBe('LOW');
    // Somebody has worked on it for a week: 5 person-days at 624 / 26 weeks are 120 a week, less than it is worth elsewhere.
    const paidBack = dayIssue(
      21,
      9,
      [
        [30, assigneeItem(null, 'ann')],
        [30, '4'],
      ],
      { priority: null, resolution: null },
    );
    const mixed = find([...delivered(), paidBack, underWay(22, 31, 'c2')], classes).finding;
    expect(mixed?.worth).toMatchObject({ confidence: 'MEDIUM' });
    // The later the first has to pay back, the less it costs to put it off.
    expect(mixed?.worth?.low.lt(mixed.worth.base) && mixed.worth.base.lt(mixed.worth.high)).toBe(true);
    const worked = dayIssue(
      22,
      9,
      [
        [31, assigneeItem(null, 'bo')],
        [31, '4'],
      ],
      { priority: null, resolution: null },
    );
    const cheap = find([...delivered(), underWay(21, 30, 'c1'), worked], {
      valueClasses: weekly('0'),
      defaultHourlyRate: '1',
      paybackWeeks: 1,
    }).finding;
    expect(cheap?.worth).toMatchObject({ confidence: 'LOW' });
  });

  it('finds nothing in the best order, in one issue, and in an empty world.', () => {
    expect(find([...delivered(), ...pair], { valueClasses: weekly('724', '100') }).findings).toEqual([]);
    expect(find([...delivered(), pair[1] as Biography], { valueClasses: weekly('100', '724') }).findings).toEqual([]);
    expect(find([]).findings).toEqual([]);
  });
});
