import { describe, expect, it } from 'vitest';
import { askDays } from '../../../server/analytics/actions/ask-days.ts';
import { measureMetric } from '../../../server/analytics/actions/measure-metric.ts';
import { metricSeries } from '../../../server/analytics/actions/metric-series.ts';
import { localDateText, localDayOf } from '../../../server/analytics/clocks/local-date.ts';
import { type ActionMetric, actionMetrics } from '../../../server/domain/action.ts';
import type { Settings } from '../../../server/domain/settings.ts';
import { randomWorld } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { dateOf, workedWorld } from '../../support/worked-world.ts';
import { actionWorldOf } from './action-world-of.ts';

const day = (date: string): number => localDayOf(date) ?? Number.NaN;
const fourWeeks: readonly ActionMetric[] = actionMetrics.filter(
  (metric) => !['THROUGHPUT', 'WIP', 'DELAY_COST'].includes(metric),
);

describe('The series of a metric', () => {
  const settings: Settings = {
    ...settingsIn('Europe/Berlin'),
    costModel: { ...settingsIn().costModel, valueClasses: [{ match: 'High', perWeek: '700' }] },
  };
  const dear = { ...settings.costModel, version: 7, valueClasses: [{ match: 'Low', perWeek: '99000' }] };

  it.each([11, 12, 13])('has what those days measure, week by week (random world %s).', (seed) => {
    const made = randomWorld(seed, 600);
    const last = new Date(made.asOf * 1000).toISOString();
    const locked = [{ month: `${last.slice(0, 7)}-01`, model: dear }];
    const world = actionWorldOf(made, settings, locked);
    const from = localDateText(day(last.slice(0, 10)) - 100);
    for (const metric of actionMetrics)
      for (const teamId of [null, 't1'])
        for (const stageId of metric === 'STAGE_STAY_P85' ? ['Build'] : [null, 'Build']) {
          const series = metricSeries(world, { metric, stageId, teamId }, from);
          const monday = day(from) - ((day(from) + 3) % 7);
          const expected = Array.from({ length: 16 }, (_, week) => monday + 7 * week).flatMap((first) => {
            const question = askDays(world, teamId, first - (fourWeeks.includes(metric) ? 21 : 0), first + 6);
            if (!question || world.clocks.local.startOf(first + 7) > made.asOf) return [];
            const { value } = measureMetric(question, metric, stageId);
            return value === null ? [] : [{ date: localDateText(first), value }];
          });
          expect(series.map(({ date }) => date)).toEqual(expected.map(({ date }) => date));
          series.forEach(({ value }, week) => {
            const told = expected[week]?.value ?? Number.NaN;
            const off = Math.abs(value - told) / Math.max(1, Math.abs(told));
            expect({ metric, teamId, stageId, off: off < 1e-9 ? 0 : off }).toMatchObject({ off: 0 });
          });
          if (teamId === null && metric === 'CYCLE_TIME_P85') expect(series.length).toBeGreaterThan(10);
        }
  });

  it('begins with the week that holds the day and ends with the last whole one.', () => {
    const about = { metric: 'THROUGHPUT', stageId: null, teamId: null } as const;
    const dates = (asOfDay: number, from: string): string[] => {
      const { biographies } = randomWorld(1, 5);
      return metricSeries(actionWorldOf(workedWorld(biographies, asOfDay)), about, from).map(({ date }) => date);
    };
    const thursday = dateOf(3).toISOString().slice(0, 10);
    expect(dates(300, thursday)[0]).toBe('2024-01-01');
    expect(dates(300, thursday).at(-1)).toBe('2024-10-14');
    // To the second: on Sunday, a second before midnight, the week is not over.
    expect(dates(301 - 1 / 86_400, thursday).at(-1)).toBe('2024-10-14');
    expect(dates(301, thursday).at(-1)).toBe('2024-10-21');
    expect(dates(300, '2024-10-21')).toEqual([]);
    expect(dates(300, '2030-01-01')).toEqual([]);
    expect(dates(300, 'someday')).toEqual([]);
    // Two years and a week at most.
    expect(dates(300, '2020-01-01')).toHaveLength(105);
    expect(dates(300, '2020-01-01').at(-1)).toBe('2024-10-14');
  });
});
