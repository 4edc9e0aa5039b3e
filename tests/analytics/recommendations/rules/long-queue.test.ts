import { describe, expect, it } from 'vitest';
import { longQueue } from '../../../../server/analytics/recommendations/rules/long-queue.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Seven euros a week are one a day. */
const valueClasses = [{ match: 'Urgent', perWeek: '7' }];

/** In Ready from Monday, day 0, for 3 working days, in Build for 7 to the second Friday: done on Saturday, day 12. */
const through = (index: number, steps: readonly DayStep[] = [], priority: string | null = null): Biography =>
  dayIssue(index, 0, [[3, '4'], ...(steps.length > 0 ? steps : ([[12, '8']] as const))], { statusId: '3', priority });
const ten = Array.from({ length: 10 }, (_, index) => through(index + 1));

const find = (biographies: readonly Biography[]) => {
  const question = askAdvice(workedWorld(biographies, 20), { days: 30, model: { valueClasses } });
  const findings = longQueue.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R3, a queue in which much of the lead time passes', () => {
  it('says to agree on how long work may wait there, from three tenths of all time on.', () => {
    const { findings, finding } = find(ten);
    expect(findings).toHaveLength(1);
    expect(finding).toMatchObject({
      subject: 'stage:Ready',
      title: 'Agree on how long work may wait in Ready',
      severity: 0.3,
      metric: 'STAGE_STAY_P85',
      stageId: 'Ready',
    });
    expect(finding?.advice).toBe(
      '30 % of all time before done passes in Ready, where nothing waits now. Agree that 85 of 100 issues leave it within ' +
        '2.3 working days instead of 3.0 working days: take what has waited longest first, and look every day at what waits longer.',
    );
  });

  it('names the issues behind it, the longest wait first.', () => {
    // P1-11 has been there since Wednesday, day 2; P1-12 since Friday, day 4, at noon.
    const waiting = [
      dayIssue(11, 2, [], { statusId: '3', resolution: null }),
      dayIssue(12, 4.5, [], { statusId: '3', resolution: null }),
    ];
    const { finding, evidence } = find([...waiting.toReversed(), ...ten]);
    // 30 of stays, and 13 and 10 5/8 working days of the two: Friday has 5 hours left at noon.
    expect(finding?.severity).toBeCloseTo((30 + 13 + 10 + 5 / 8) / (100 + 13 + 10 + 5 / 8), 12);
    expect(finding?.advice).toContain('43 % of all time before done passes in Ready, where 2 issues wait now.');
    const keys = ten.map(({ issue }) => issue.key);
    expect(evidence).toEqual([
      { text: 'Share of lead time in Ready', value: '43 %', keys: expect.arrayContaining(keys) },
      { text: '85 of 100 stays in Ready end within', value: '3.0 working days', keys },
      { text: 'In Ready now', value: '2 issues', keys: ['P1-11', 'P1-12'] },
    ]);
    expect(evidence[0]?.keys.slice(0, 2)).toEqual(['P1-11', 'P1-12']);
  });

  it('expects stays to get shorter by a quarter, and says that it is assumed.', () => {
    const { finding } = find(ten.map((_, index) => through(index + 1, [], 'Urgent')));
    expect(finding?.expectedEffect?.metric).toBe('STAGE_STAY_P85');
    expect(finding?.expectedEffect?.low).toBeCloseTo(-1.2, 12);
    expect(finding?.expectedEffect?.base).toBeCloseTo(-0.75, 12);
    expect(finding?.expectedEffect?.high).toBeCloseTo(-0.3, 12);
    expect(finding?.cautions[0]).toBe(
      'That stays get shorter by 25 % (10 % to 40 %) is an assumption, not a measurement.',
    );
    // Ten issues waited three days of the calendar at one euro: of 30 a quarter, a tenth to two fifths.
    expect(finding?.worth).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM' });
    expect(finding?.worth?.base.toFixed(2)).toBe('7.50');
    expect(finding?.worth?.low.toFixed(2)).toBe('3.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('12.00');
    expect(finding?.worth?.drivers).toEqual(['Stays get shorter by 10 % to 40 % instead of 25 %: −60 % to +60 %']);
    expect(finding?.worth?.method).toContain('a quarter, a tenth to two fifths, which is an assumption');
  });

  it('has no worth where nothing that waited has a value.', () => {
    expect(find(ten).finding?.worth).toBeNull();
  });

  it('says nothing of percentiles where too few stays ended.', () => {
    const waiting = Array.from({ length: 10 }, (_, index) => dayIssue(20 + index, 0, [], { statusId: '3' }));
    const { finding, evidence } = find([...waiting, ...ten.slice(0, 5)]);
    expect(finding?.expectedEffect).toBeNull();
    expect(finding?.advice).toMatch(/ Agree on how long work may wait there, take what has waited longest first, /);
    expect(evidence.map(({ text }) => text)).toEqual(['Share of lead time in Ready', 'In Ready now']);
  });

  it('finds nothing in less than three tenths.', () => {
    // One more working day of Build: 30 of 101.
    expect(find([...ten.slice(1), through(1, [[15, '8']])]).findings).toEqual([]);
  });

  it('finds nothing where fewer than ten issues have been in the queue.', () => {
    expect(find(ten.slice(1)).findings).toEqual([]);
  });

  it('finds nothing in a stage where work is active, however long it takes.', () => {
    // Seven tenths of the time pass in Build.
    expect(find(ten).findings.map(({ stageId }) => stageId)).toEqual(['Ready']);
  });

  it('finds nothing in an empty world.', () => {
    expect(find([]).findings).toEqual([]);
  });
});
