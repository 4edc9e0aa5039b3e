import { beforeAll, describe, expect, it } from 'vitest';
import { everyIssue, type Told } from '../support/every-issue.ts';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';
import type { World } from '../support/world.ts';

let world: World;
let alice: Person;
/** What counts: no subtasks. */
let issues: Told[];
beforeAll(async () => {
  ({ world, person: alice } = await onlooker('Northwind Labs'));
  issues = (await everyIssue(alice)).filter(({ key }) => !fieldsOf(key).issuetype.subtask);
});

function fieldsOf(key: string) {
  return world.sandbox.world.site('Northwind Labs').issue(key).fields as {
    resolution: { name: string } | null;
    issuetype: { subtask: boolean };
  };
}

const dropped = new Set(["won't do", 'duplicate', "won't fix", 'cannot reproduce', 'declined', 'obsolete']);
const isDropped = ({ key }: Told): boolean => dropped.has((fieldsOf(key).resolution?.name ?? '').toLowerCase());
const isBetween = (instant: string | null, from: string, to: string): boolean =>
  instant !== null && instant >= from && instant < to;

/** Days of 24 hours between two instants. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function averageWip(from: string, to: string): number {
  const overlaps = issues.map(({ startedAt, doneAt }) => {
    if (!startedAt) return 0;
    const begins = startedAt > from ? startedAt : from;
    const ends = doneAt && doneAt < to ? doneAt : to;
    return Math.max(0, daysBetween(begins, ends));
  });
  return overlaps.reduce((sum, days) => sum + days, 0) / daysBetween(from, to);
}

interface Series {
  readonly date: string;
  readonly value: number;
}

describe('Figures of the whole flow over HTTP, against plain loops over what every issue tells of itself', () => {
  it('are those of an overview.', async () => {
    const change = '{ current previous signal }';
    const answer =
      await alice.get(`{ viewer { settings { timeZone } jiraConnection { analytics(window: { days: 90 }, clock: CALENDAR) { flowOverview(granularity: DAY) {
      basis { n asOf window { from to } definition excluded { reason count } }
      throughput ${change} wip ${change} flowEfficiency ${change} blockedShare ${change} reopenRate ${change} handoffsPerItem ${change}
      cycleTime { current { n mean { days } } previous { n } signal } leadTime { current { n } }
      throughputSeries { date value } arrivalSeries { date value } wipSeries { date value }
      controlLimits { mean lower upper signals } littlesLaw { ratio ok failedAssumptions } } } } } }`);
    const overview = answer.viewer.jiraConnection.analytics.flowOverview;
    const { from, to } = overview.basis.window;
    const left = issues.filter(({ doneAt }) => isBetween(doneAt, from, to));
    const delivered = left.filter((issue) => !isDropped(issue));
    expect(delivered.length).toBeGreaterThan(100);
    expect(overview.throughput.current).toBe(delivered.length);
    expect(overview.basis.n).toBe(delivered.length);
    expect(overview.cycleTime.current.n).toBe(delivered.length);
    expect(overview.wip.current).toBeCloseTo(averageWip(from, to), 6);
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: answer.viewer.settings.timeZone });
    const countOn = (date: string, instants: (string | null)[]): number =>
      instants.filter((instant) => isBetween(instant, from, to) && local.format(new Date(instant ?? 0)) === date)
        .length;
    expect(overview.throughputSeries).toHaveLength(90);
    for (const { date, value } of overview.throughputSeries as Series[])
      expect(value, date).toBe(
        countOn(
          date,
          delivered.map(({ doneAt }) => doneAt),
        ),
      );
    for (const { date, value } of overview.arrivalSeries as Series[])
      expect(value, date).toBe(
        countOn(
          date,
          issues.map(({ startedAt }) => startedAt),
        ),
      );
    expect(overview.wipSeries.at(-1).value).toBe(
      issues.filter(({ startedAt, doneAt }) => startedAt && startedAt < to && (!doneAt || doneAt >= to)).length,
    );
    const cycles = left.map(({ startedAt, doneAt }) => daysBetween(startedAt ?? '', doneAt ?? ''));
    const meanCycle = cycles.reduce((sum, days) => sum + days, 0) / cycles.length;
    expect(overview.littlesLaw.ratio).toBeCloseTo(
      averageWip(from, to) / (left.length / daysBetween(from, to)) / meanCycle,
      6,
    );
    for (const share of ['flowEfficiency', 'blockedShare', 'reopenRate']) {
      expect(overview[share].current, share).toBeGreaterThan(0);
      expect(overview[share].current, share).toBeLessThan(1);
    }
    expect(overview.controlLimits.mean).toBeCloseTo(delivered.length / 90, 10);
  });

  it('come week by week unless days or months are asked for.', async () => {
    const answer = await alice.get(
      '{ viewer { jiraConnection { analytics { weeks: flowOverview { throughputSeries { date } } months: flowOverview(granularity: MONTH) { throughputSeries { date } } } } } }',
    );
    const { weeks, months } = answer.viewer.jiraConnection.analytics;
    expect([12, 13]).toContain(weeks.throughputSeries.length);
    for (const { date } of weeks.throughputSeries) expect(new Date(date).getUTCDay(), date).toBe(1);
    expect([2, 3]).toContain(months.throughputSeries.length);
    for (const { date } of months.throughputSeries) expect(date).toMatch(/-01$/);
  });

  it('are those of a cumulative flow by occupancy, in the order of the stages.', async () => {
    const answer =
      await alice.get(`{ viewer { jiraConnection { stages { id name kind statuses { name } } analytics(window: { days: 30 }, clock: CALENDAR) {
      cumulativeFlow(mode: OCCUPANCY) { basis { n window { from to } } stages { id } days { date counts arrivals departures } averageWip averageCycleTime { days } } } } } }`);
    const { stages, analytics } = answer.viewer.jiraConnection;
    const flow = analytics.cumulativeFlow;
    const { from, to } = flow.basis.window;
    expect(flow.stages.map(({ id }: { id: string }) => id)).toEqual(stages.map(({ id }: { id: string }) => id));
    expect(flow.days).toHaveLength(30);
    const site = world.sandbox.world.site('Northwind Labs');
    const statuses = issues.map(({ key }) => (site.issue(key).fields as { status: { name: string } }).status.name);
    const present = stages.map(
      (stage: { statuses: { name: string }[] }) =>
        statuses.filter((name) => stage.statuses.some((status) => status.name === name)).length,
    );
    expect(flow.days.at(-1).counts).toEqual(present);
    expect(flow.basis.n).toBe(issues.length);
    const sumOf = (name: 'arrivals' | 'departures'): number =>
      flow.days.reduce((sum: number, day: Record<string, number>) => sum + (day[name] ?? 0), 0);
    expect(sumOf('arrivals')).toBe(issues.filter(({ startedAt }) => isBetween(startedAt, from, to)).length);
    const left = issues.filter(({ doneAt }) => isBetween(doneAt, from, to));
    expect(sumOf('departures')).toBe(left.length);
    expect(flow.averageWip).toBeCloseTo(averageWip(from, to), 6);
    const cycles = left.filter((issue) => !isDropped(issue)).map((issue) => (issue.cycleTime?.seconds ?? 0) / 86_400);
    expect(flow.averageCycleTime.days).toBeCloseTo(cycles.reduce((sum, days) => sum + days, 0) / cycles.length, 6);
  });

  it('of a cumulative flow are by high water and day unless asked otherwise, and of an empty scope null where nothing is no answer.', async () => {
    const answer = await alice.get(
      `{ viewer { jiraConnection { analytics { cumulativeFlow { days { date counts } } weeks: cumulativeFlow(granularity: WEEK) { days { date counts } } }
      empty: analytics(scope: { types: ["No such type"] }) { cumulativeFlow { averageWip averageCycleTime { days } basis { n } }
        flowOverview { throughput { current } wip { current } flowEfficiency { current } littlesLaw { ratio } } } } } }`,
    );
    const { analytics, empty } = answer.viewer.jiraConnection;
    const { days } = analytics.cumulativeFlow as { days: { date: string; counts: number[] }[] };
    expect(days).toHaveLength(90);
    for (const { counts } of days) expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    for (const { date, counts } of analytics.weeks.days) {
      const sunday = new Date(Date.parse(date) + 6 * 86_400_000).toISOString().slice(0, 10);
      expect(counts).toEqual(days.find((day) => day.date === sunday)?.counts);
    }
    expect(empty).toEqual({
      cumulativeFlow: { averageWip: 0, averageCycleTime: null, basis: { n: 0 } },
      flowOverview: {
        throughput: { current: null },
        wip: { current: null },
        flowEfficiency: { current: null },
        littlesLaw: { ratio: null },
      },
    });
  });
});
