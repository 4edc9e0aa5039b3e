import { calendarClock } from '../../server/analytics/clocks/calendar-clock.ts';
import { workingClock } from '../../server/analytics/clocks/working-clock.ts';
import { assembleFlowTable } from '../../server/analytics/flow-table/assemble-flow-table.ts';
import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import type { FlowView } from '../../server/analytics/flow-view/flow-view.ts';
import { underWayTimes } from '../../server/analytics/flow-view/under-way-times.ts';
import { viewFlow } from '../../server/analytics/flow-view/view-flow.ts';
import {
  exceededWith,
  likelihoodAllBy,
  likelihoodBy,
  reachedWith,
} from '../../server/analytics/forecasting/likelihood.ts';
import { issueDates } from '../../server/analytics/issue-selection/issue-dates.ts';
import { timeline } from '../../server/analytics/issue-selection/timeline.ts';
import { costByTeam } from '../../server/analytics/metrics/cost-by-team.ts';
import { mean } from '../../server/analytics/statistics/mean.ts';
import { nearestRank } from '../../server/analytics/statistics/nearest-rank.ts';
import type { HistoryEntry } from '../../server/domain/history.ts';
import { weekdays } from '../../server/domain/settings.ts';
import type { StageKind } from '../../server/domain/stage.ts';
import { askMoneyWorld } from './ask-money-world.ts';
import { buildIssue, entryAt, flagItem } from './build-issue.ts';
import { dayIssue } from './day-issue.ts';
import { flowVectorChecks } from './flow-vector-checks.ts';
import { sequenceVectorChecks } from './sequence-vector-checks.ts';
import { settingsIn } from './settings.ts';
import { workedWorld } from './worked-world.ts';

export interface Vector {
  readonly group: string;
  readonly id: string;
  // Each group has an input of its own.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the checks below are about
  readonly input: any;
  readonly expected: unknown;
  readonly tolerance?: number;
}

/** Groups that say nothing about what is computed here, and why. */
export const vectorsNotOurs: Readonly<Record<string, string>> = {
  'percentile.linear': 'percentiles are nearest-rank (METRICS 2.4)',
  'rolling.mean5padded': 'no rolling means are shown',
  'rolling.popStdev5padded': 'no rolling deviations are shown',
  'blocked.unionDays': 'blocked is the flag alone; statuses called Blocked are queues (METRICS 4)',
  'blocked.flagDaysInclusive': 'durations are exact, not inclusive dates (METRICS 2.2)',
  'cost.nonTaskRedistribution': 'time on no issue is told as unattributed, not spread over issues (METRICS 2.7)',
  'cost.monthlyRateHour': 'rates are by the hour (METRICS 4, "Loaded rate")',
};

/** What the product makes of a vector's input, by group. */
export const vectorChecks: Readonly<Record<string, (input: Vector['input']) => number | readonly number[]>> = {
  ...flowVectorChecks,
  ...sequenceVectorChecks,
  'percentile.nearestRank': ({ values, histogram, p }) => {
    const all: number[] =
      values ?? Object.entries(histogram).flatMap(([value, count]) => new Array(Number(count)).fill(Number(value)));
    const sorted = all.toSorted((a, b) => a - b);
    return p.map((percent: number) => nearestRank(sorted, percent) ?? Number.NaN);
  },
  'forecast.when.percentile': ({ daysHistogram, p }) =>
    p.map((percent: number) => reachedWith(percent, outcomesOf(daysHistogram)) ?? Number.NaN),
  'forecast.when.likelihoodPct': ({ daysHistogram, daysToTarget }) =>
    daysToTarget.map((day: number) => 100 * likelihoodBy(day, outcomesOf(daysHistogram))),
  'forecast.howMany.percentile': ({ itemsHistogram, p }) => exceededWith(p, outcomesOf(itemsHistogram)),
  'forecast.howMany.likelihoodPct': ({ itemsHistogram, targetItems }) =>
    targetItems.map((count: number) => 100 * (1 - likelihoodBy(count - 1, outcomesOf(itemsHistogram)))),
  // Trials of 10,000 that end on each day: the vector lists days and counts.
  'forecast.joint': ({ teamHistograms }) => {
    const teams: Float64Array[] = teamHistograms.map(outcomesOf);
    const days = [...new Set(teams.flatMap((outcomes) => [...outcomes]))].sort((a, b) => a - b);
    const until = days.map((day) => Math.round(10_000 * likelihoodAllBy(day, teams)));
    return days.flatMap((day, index) => {
      const ending = (until[index] ?? 0) - (until[index - 1] ?? 0);
      return ending === 0 ? [] : [day, ending];
    });
  },
  // Epics on which one person spends so many days, one after the other: each one's share of the labour, in percent.
  'cost.allocationPct': ({ days }) => {
    const epics = Object.entries<number>(days);
    const issues = epics.flatMap(([key, count], index) => {
      const from = 7 * index;
      const epic = dayIssue(index + 1, 0, [], { key });
      const steps = [[from, '4'] as const, [from + Math.min(count, 5), '8'] as const];
      const more = [[from, '4'] as const, [from + count - 5, '8'] as const];
      const issueOf = (number: number, moves: typeof steps, person: string) =>
        dayIssue(number, 0, moves, { assigneeId: person, parentId: String(index + 1) });
      return [epic, issueOf(100 + index, steps, 'ann'), ...(count > 5 ? [issueOf(200 + index, more, 'bo')] : [])];
    });
    const question = askMoneyWorld(workedWorld(issues, 7 * epics.length), { window: { days: 7 * epics.length + 1 } });
    const parts = costByTeam(question, 'EPIC', 'EUR').rows.flatMap(({ split }) => split);
    return epics.map(([key]) => 100 * (parts.find(({ name }) => name === key)?.share ?? Number.NaN));
  },
  mean: ({ values }) => mean(values) ?? Number.NaN,
  'calendar.daysInclusive': ({ start, end }) => workingHours(start, nextDay(end), {}) / 24,
  'calendar.workingDaysInclusive': ({ start, end, holidays, timezone }) =>
    workingHours(start, nextDay(end), { holidays, timeZone: timezone, weekend: true }) / 24,
  'calendar.workingDaysExclusive': ({ start, end }) => workingHours(start, end, { weekend: true }) / 24,
  'calendar.workingMinutes24h': ({ start, end, holidays }) =>
    workingHours(start, end, { holidays, weekend: true }) * 60,
  'calendar.workingDays24h.2dp': ({ start, end, timezone }) =>
    Math.round((workingHours(start, end, { timeZone: timezone, weekend: true }) / 24) * 100) / 100,
  'timeInStatus.days': ({ enters, asOf }) => {
    const view = viewOf(
      enters.map((enter: { status: string; at: string }) => ({ to: enter.status, at: enter.at })),
      [],
      [],
      asOf,
    );
    return timeline(view, 0, calendarClock).map(({ duration }) => duration.days);
  },
  'cycle.processAndElapsedDays': ({ transitions, active, done, asOf }) => {
    const view = viewOf(transitions, active, done, asOf ?? '2023-02-01T00:00:00');
    const { startedAt, doneAt } = issueDates(view, 0);
    return [
      underWayTimes(view, 0, calendarClock).active / 86_400,
      ((doneAt ?? view.asOf) - (startedAt ?? Number.NaN)) / 86_400,
    ];
  },
  flowEfficiency: ({ start, asOf, blocked }) => {
    const flags = blocked.flatMap(([from, to]: [string, string | null]) => [
      entryAt(inUtc(from), [flagItem(true)]),
      ...(to ? [entryAt(inUtc(to), [flagItem(false)])] : []),
    ]);
    const view = viewOf([{ to: 'In Progress', at: start }], ['In Progress'], [], asOf, flags);
    return [
      underWayTimes(view, 0, calendarClock).active / 86_400,
      (view.asOf - (issueDates(view, 0).startedAt ?? Number.NaN)) / 86_400,
    ];
  },
};

/** The trials behind a histogram, ascending. */
const outcomesOf = (counts: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(Object.entries(counts).flatMap(([value, count]) => new Array(count).fill(Number(value)))).sort();

const inUtc = (text: string): string =>
  `${text.length === 10 ? `${text}T00:00:00` : text.length === 16 ? `${text}:00` : text}Z`;
const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Hours between two local times of a calendar on which working days last from midnight to midnight. */
function workingHours(
  start: string,
  end: string,
  { holidays = [], timeZone = 'UTC', weekend = false }: { holidays?: string[]; timeZone?: string; weekend?: boolean },
): number {
  const offset = timeZone === 'Asia/Shanghai' ? 8 * 3600 : 0;
  const days = (weekend ? weekdays.slice(0, 5) : weekdays).map((weekday) => ({
    weekday,
    start: '00:00',
    end: '24:00',
  }));
  const clock = workingClock({
    ...settingsIn(timeZone),
    workingCalendar: { days, holidays, extraWorkingDays: [], hoursPerDay: 24 },
  });
  const instant = (text: string): number => Date.parse(inUtc(text)) / 1000 - offset;
  return (clock.reading(instant(end)) - clock.reading(instant(start))) / 3600;
}

/** One issue that enters named statuses, the first one at its creation. */
function viewOf(
  moves: readonly { to: string; at: string }[],
  active: readonly string[],
  done: readonly string[],
  asOf: string,
  more: readonly HistoryEntry[] = [],
): FlowView {
  const [first] = moves;
  const last = moves.at(-1);
  const history = moves.slice(1).map(({ to, at }, index) => {
    const from = moves[index]?.to ?? null;
    return entryAt(inUtc(at), [{ field: 'status', from, to, fromName: from, toName: to }]);
  });
  const issue = buildIssue({
    createdAt: new Date(inUtc(first?.at ?? asOf)),
    statusId: last?.to ?? '',
    statusName: last?.to ?? '',
  });
  const names = [...new Set(moves.map(({ to }) => to))];
  const kindOf = (name: string): StageKind =>
    active.includes(name) ? 'ACTIVE' : done.includes(name) ? 'DONE' : 'BACKLOG';
  const stages = names.map((name) => ({ id: name, name, kind: kindOf(name), statusIds: [name], wipLimit: null }));
  const table = assembleFlowTable([writeFlow(null, [{ issue, history: [...history, ...more] }])]);
  return viewFlow(table, { stages, statuses: [], teams: [], projects: [], asOf: Date.parse(inUtc(asOf)) / 1000 });
}
