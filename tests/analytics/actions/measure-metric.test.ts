import { describe, expect, it } from 'vitest';
import type { ActionWorld } from '../../../server/analytics/actions/action-world.ts';
import { askWorld } from '../../../server/analytics/actions/action-world.ts';
import { measureMetric } from '../../../server/analytics/actions/measure-metric.ts';
import { bottleneckCosts } from '../../../server/analytics/metrics/bottleneck-costs.ts';
import { cycleTimes } from '../../../server/analytics/metrics/cycle-times.ts';
import { flowOverview } from '../../../server/analytics/metrics/flow-overview.ts';
import { stageInvestigation } from '../../../server/analytics/metrics/stage-investigation.ts';
import { teamComparison } from '../../../server/analytics/metrics/team-comparison.ts';
import { delayOfWindow } from '../../../server/analytics/money/delay/delay-cost.ts';
import type { MoneyQuestion } from '../../../server/analytics/money/money-question.ts';
import { averageOccupancy } from '../../../server/analytics/stage-flow/average-occupancy.ts';
import { stageFlows } from '../../../server/analytics/stage-flow/stage-flows.ts';
import type { Settings } from '../../../server/domain/settings.ts';
import { flagItem } from '../../support/build-issue.ts';
import { dayIssue } from '../../support/day-issue.ts';
import { randomWorld } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { workedWorld } from '../../support/worked-world.ts';
import { actionWorldOf } from './action-world-of.ts';

/** Classes for some issues, so that delay has both kinds of values. */
const priced: Settings = {
  ...settingsIn('Europe/Berlin'),
  costModel: {
    ...settingsIn().costModel,
    valueClasses: [
      { match: 'High', perWeek: '700' },
      { match: 'red', perWeek: '0' },
    ],
  },
};

function ask(world: ActionWorld, teamId: string | null, days: number): MoneyQuestion {
  const question = askWorld(world, teamId, { days });
  if (!question) throw new Error('there is such a window');
  return question;
}

describe('A metric', () => {
  it.each([1, 2, 3, 4, 5, 6])('is what the reports tell, in random world %s.', (seed) => {
    const world = actionWorldOf(randomWorld(seed, 400), priced);
    for (const [teamId, days] of [
      [null, 90],
      ['t1', 30],
      ['p3', 60],
    ] as const) {
      const question = ask(world, teamId, days);
      const value = (metric: Parameters<typeof measureMetric>[1], stageId: string | null = null) =>
        measureMetric(question, metric, stageId).value;
      const overview = flowOverview(question, 'WEEK');
      expect(value('CYCLE_TIME_P85')).toBe(overview.cycleTime.current.p85?.days ?? null);
      expect(value('CYCLE_TIME_P85')).toBe(cycleTimes(question, 'CYCLE').percentiles.p85?.days ?? null);
      expect(measureMetric(question, 'CYCLE_TIME_P85', null).n).toBe(overview.cycleTime.current.n);
      expect(value('LEAD_TIME_P85')).toBe(overview.leadTime.current.p85?.days ?? null);
      expect(value('THROUGHPUT')).toBe(((overview.throughput.current ?? Number.NaN) * 7) / days);
      expect(value('WIP')).toBe(overview.wip.current);
      expect(value('FLOW_EFFICIENCY')).toBe(overview.flowEfficiency.current);
      expect(value('BLOCKED_SHARE')).toBe(overview.blockedShare.current);
      expect(value('REOPEN_RATE')).toBe(overview.reopenRate.current);
      const { costModel } = priced;
      const delay = delayOfWindow(question);
      expect(value('DELAY_COST')).toBe(delay.rows.length ? delay.base.times(7).div(days).toNumber() : null);
      const costs = bottleneckCosts(question, costModel.currency);
      world.view.stages.forEach((stage, index) => {
        const { stay } = stageInvestigation(question, index);
        expect(measureMetric(question, 'STAGE_STAY_P85', stage.id)).toEqual({
          value: stay.p85?.days ?? null,
          n: stay.n,
        });
        const flow = stageFlows(question).stages[index];
        expect(value('WIP', stage.id)).toBe(flow && averageOccupancy(flow, question.window));
        const told = costs.stages
          .find((cost) => cost.stage.id === stage.id)
          ?.delay()
          .base.toNumber();
        expect(value('DELAY_COST', stage.id) ?? 0).toBeCloseTo(((told ?? 0) * 7) / days, 1);
      });
      if (teamId === null) continue;
      const compared = teamComparison(question, days);
      const row = compared.ok && compared.value.rows.find(({ team }) => team.id === teamId);
      expect(row).toBeTruthy();
      if (!row) continue;
      expect(value('REWORK_RATE')).toBe(row.reworkRate.current);
      expect(value('FLOW_EFFICIENCY')).toBe(row.flowEfficiency.current);
      expect(value('THROUGHPUT')).toBe(row.throughputPerWeek.current);
    }
  });

  it('is what a sheet of paper says.', () => {
    // Delivered after 1 to 10 working days in Build, the third flagged for half of its three, the fifth by way of Review,
    // from which it goes back; the tenth is opened again and done once more.
    const issues = Array.from({ length: 10 }, (_, index) => {
      const start = 7 * (index % 2);
      const days = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14][index] ?? 0;
      return dayIssue(index + 1, start, [
        [start, '4'],
        ...(index === 2
          ? ([
              [start + 1, flagItem(true)],
              [start + 2.7083333333333335, flagItem(false)],
            ] as const)
          : []),
        ...(index === 4
          ? ([
              [start + 1, '6'],
              [start + 2, '4'],
            ] as const)
          : []),
        [start + days, '8'],
        ...(index === 9
          ? ([
              [start + days + 1, '4'],
              [start + days + 2, '8'],
            ] as const)
          : []),
      ]);
    });
    const question = ask(actionWorldOf(workedWorld(issues, 27)), null, 28);
    // Working days: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and, done again after 16 calendar days of which two weekends, 12: the
    // ninth of ten by nearest rank (⌈8.5⌉) is 9.
    expect(measureMetric(question, 'CYCLE_TIME_P85', null)).toEqual({ value: 9, n: 10 });
    expect(measureMetric(question, 'THROUGHPUT', null)).toEqual({ value: 2.5, n: 10 });
    // One left done of ten that entered it.
    expect(measureMetric(question, 'REOPEN_RATE', null)).toEqual({ value: 0.1, n: 10 });
    // The fifth and the tenth went back.
    expect(measureMetric(question, 'REWORK_RATE', null)).toEqual({ value: 0.2, n: 10 });
    // 57 days under way in all, of which the flag was up for two and the fifth lay in Review for one; the tenth was done
    // for one, which is waiting too.
    expect(measureMetric(question, 'BLOCKED_SHARE', null).value).toBeCloseTo(2 / 57, 12);
    expect(measureMetric(question, 'FLOW_EFFICIENCY', null).value).toBeCloseTo(53 / 57, 12);
  });

  it.each(['STAGE_STAY_P85', 'WIP', 'DELAY_COST'] as const)(
    'is nothing in a stage that does not exist (%s).',
    (metric) => {
      const question = ask(actionWorldOf(randomWorld(1, 100)), null, 90);
      expect(measureMetric(question, metric, 'Gone')).toEqual({ value: null, n: 0 });
    },
  );

  it('minds a stage only where one narrows it, and stays need one.', () => {
    const question = ask(actionWorldOf(randomWorld(1, 100)), null, 90);
    expect(measureMetric(question, 'THROUGHPUT', 'Gone')).toEqual(measureMetric(question, 'THROUGHPUT', null));
    expect(measureMetric(question, 'STAGE_STAY_P85', null)).toEqual({ value: null, n: 0 });
  });

  it('is nothing where there are no issues.', () => {
    const question = ask(actionWorldOf(randomWorld(1, 100)), 'nobody', 90);
    for (const metric of ['THROUGHPUT', 'WIP', 'CYCLE_TIME_P85', 'DELAY_COST', 'REOPEN_RATE'] as const)
      expect(measureMetric(question, metric, null)).toEqual({ value: null, n: 0 });
  });
});
