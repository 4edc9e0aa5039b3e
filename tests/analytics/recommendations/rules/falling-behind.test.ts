import { describe, expect, it } from 'vitest';
import { fallingBehind } from '../../../../server/analytics/recommendations/rules/falling-behind.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import { type Biography, worldStages } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Seven euros a week are one a day. */
const valueClasses = [{ match: 'Urgent', perWeek: '7' }];
const days = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** Six o'clock in the morning, before work; and the hours from nine, as parts of a day. */
const morning = 0.25;
const afterHours = (hours: number): number => (9 + hours) / 24;

/** Each day one comes into the stage of a status in the morning and goes on after some hours. */
const passing = (status: string, when: readonly number[], hours: number, priority: string | null = null): Biography[] =>
  when.map((day) =>
    dayIssue(10_000 + Number(status) * 1000 + day, day + morning, [[day + afterHours(hours), '8']], {
      statusId: status,
      priority,
    }),
  );
/** Each day one comes and stays. */
const staying = (status: string, when: readonly number[]): Biography[] =>
  when.map((day) => dayIssue(Number(status) * 1000 + day, day + morning, [], { statusId: status, resolution: null }));

/** The evening of Sunday, day 62, when nine weeks have passed. */
const find = (biographies: readonly Biography[], dayCount = 63, stages = worldStages) => {
  const question = askAdvice(workedWorld(biographies, 62.75, { stages }), { days: dayCount, model: { valueClasses } });
  const findings = fallingBehind.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

const keysOf = (status: string, when: readonly number[]): string[] =>
  when.map((day) => `P1-${Number(status) * 1000 + day}`);

describe('R1, a stage that has fallen behind for weeks', () => {
  const growing = [...passing('3', days(0, 63), 3), ...staying('3', days(0, 63))];

  it('says to limit what comes before it.', () => {
    const { findings, finding, evidence } = find(growing);
    expect(findings).toHaveLength(1);
    expect(finding).toMatchObject({
      subject: 'stage:Ready',
      title: 'Limit work in progress before Ready',
      severity: 1,
      metric: 'STAGE_STAY_P85',
      stageId: 'Ready',
      worth: null,
    });
    expect(finding?.advice).toBe(
      'For three weeks or longer more has come into Ready than has left it: it grows by 7 issues a week, and 63 issues are ' +
        'in it now. Begin nothing new before it until it has stopped growing. Have whoever is free help to finish the oldest in it.',
    );
    expect(evidence.map(({ text, value }) => [text, value])).toEqual([
      ['Trend of what is in Ready', '7 issues more a week (80 of 100 times 7 to 7)'],
      ['In Ready now', '63 issues'],
      // Three hours of a working day, at weekends none.
      ['85 of 100 stays in Ready end within', '0.4 working days'],
    ]);
    expect(evidence[0]?.keys).toHaveLength(126);
    expect(evidence[1]?.keys).toEqual(keysOf('3', days(0, 63)));
    expect(evidence[2]?.keys).toHaveLength(63);
  });

  it('names its limit, or what was in it when the window began.', () => {
    const opening = staying('3', [-10, -9]);
    expect(find([...growing, ...opening]).finding?.advice).toContain(
      'Begin nothing new before it while it holds more than 2, as many as when the window began.',
    );
    const limited = worldStages.map((stage) => (stage.id === 'Ready' ? { ...stage, wipLimit: 5 } : stage));
    expect(find(growing, 63, limited).finding?.advice).toContain(
      'Begin nothing new before it while it holds more than 5, which is its limit.',
    );
  });

  it('expects stays to get back to those of the window before where these were shorter.', () => {
    // Three weeks: three hours each working day, and an hour and a half in the three weeks before.
    const world = [
      ...passing('3', days(21, 42), 1.5),
      ...passing('3', days(42, 63), 3, 'Urgent'),
      ...staying('3', days(42, 63)),
    ];
    const { finding } = find(world, 21);
    expect(finding?.expectedEffect?.low).toBeCloseTo(-0.1875, 12);
    expect(finding?.expectedEffect?.base).toBeCloseTo(-0.1875, 12);
    expect(finding?.expectedEffect?.high).toBeCloseTo(-0.09375, 12);
    expect(finding?.cautions[0]).toBe(
      'That stays get back to the 0.19 working days of the window before, or at least half of the way, is an assumption: what ' +
        'has changed since then may not be undone.',
    );
    // 21 issues waited from six to noon, a quarter of a day, at one euro: half of €5.25 goes, or half of that.
    expect(finding?.worth?.kind).toBe('DELAY');
    expect(finding?.worth?.base.toFixed(3)).toBe('2.625');
    expect(finding?.worth?.low.toFixed(3)).toBe('1.313');
    expect(finding?.worth?.high.toFixed(3)).toBe('2.625');
  });

  it('expects them to get shorter by a quarter where they were no shorter before.', () => {
    const { finding } = find([...passing('3', days(0, 63), 3), ...staying('3', days(42, 63))], 21);
    // Of three hours, which are three eighths of a day.
    expect(finding?.expectedEffect?.base).toBeCloseTo(-0.375 / 4, 12);
    expect(finding?.cautions[0]).toBe(
      'That stays get shorter by 25 % (10 % to 40 %) is an assumption, not a measurement.',
    );
  });

  /** Each day one goes on from Build to Review and two stay, one in each. */
  const onward = (when: readonly number[]): Biography[] =>
    when.map((day) => {
      const steps: readonly DayStep[] = [[day + 0.5, '6']];
      return dayIssue(20_000 + day, day + morning, steps, { statusId: '4', resolution: null });
    });

  it('advises once, at the stage further down that holds others up.', () => {
    const world = [...onward(days(0, 63)), ...staying('4', days(0, 63)), ...passing('6', days(0, 63), 3)];
    const { findings, finding, evidence } = find(world);
    expect(findings.map(({ subject }) => subject)).toEqual(['stage:Review']);
    expect(finding?.advice).toBe(
      'For three weeks or longer more has come into Review than has left it: it grows by 7 issues a week, and 63 issues are ' +
        'in it now. It holds up Build too. Begin nothing new before it while it holds more than 3, which is its limit. Have ' +
        'whoever is free help to finish the oldest in it.',
    );
    expect(evidence.slice(0, 2).map(({ text }) => text)).toEqual([
      'Trend of what is in Review',
      'Trend of what is in Build',
    ]);
  });

  it('advises at one that nothing has left, too.', () => {
    const { findings, finding, evidence } = find([...onward(days(0, 63)), ...staying('4', days(0, 63))]);
    expect(findings.map(({ subject }) => subject)).toEqual(['stage:Review']);
    expect(finding?.advice).toBe(
      'For three weeks or longer more has come into Build than has left, because Review, further down, does not keep up: 63 ' +
        'issues are in it now. Begin nothing new before it while it holds more than 3, which is its limit. Have whoever is ' +
        'free help to finish the oldest in it.',
    );
    expect(evidence.map(({ text }) => text)).toEqual(['Trend of what is in Build', 'In Review now']);
    expect(finding?.expectedEffect).toBeNull();
  });

  it('finds a stage that nothing has left for three weeks, having fallen behind before.', () => {
    const world = [...passing('3', days(0, 42), 3), ...staying('3', days(0, 63))];
    expect(find(world).findings.map(({ subject }) => subject)).toEqual(['stage:Ready']);
  });

  it('finds nothing in a window of less than three weeks.', () => {
    expect(find(growing, 20).findings).toEqual([]);
    expect(find(growing, 21).findings).toHaveLength(1);
  });

  it('finds nothing in what has kept up in the last three weeks, or in the window on the whole.', () => {
    const passes = passing('3', days(0, 63), 3);
    expect(find([...passes, ...staying('3', days(0, 42))]).findings).toEqual([]);
    // Two a day less for six weeks, and one a day more for three.
    const leaving = days(0, 42).flatMap((day) =>
      [1, 2].map((place) => dayIssue(30_000 + 100 * place + day, -10, [[day + 0.5, '8']], { statusId: '3' })),
    );
    expect(find([...passes, ...leaving, ...staying('3', days(42, 63))]).findings).toEqual([]);
  });

  it('does not hold a stage to account that has just been emptied.', () => {
    const emptied = days(0, 63).map((day) => {
      const steps: readonly DayStep[] = [
        [day + 0.5, '6'],
        [62.7, '8'],
      ];
      return dayIssue(20_000 + day, day + morning, steps, { statusId: '4' });
    });
    const world = [...emptied, ...staying('4', days(0, 63)), ...passing('6', days(0, 63), 3)];
    const question = askAdvice(workedWorld(world, 62.75), { days: 63 });
    const [build] = question.bottlenecks().bottlenecks.filter(({ stage }) => stage.id === 'Build');
    expect(build?.propagatedFrom?.id).toBe('Review');
    expect(find(world).findings.map(({ subject }) => subject)).toEqual(['stage:Build']);
  });

  it('finds nothing in an empty world.', () => {
    expect(find([]).findings).toEqual([]);
  });
});
