import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import { cumulativeFlow } from '../../server/analytics/metrics/cumulative-flow.ts';
import { flowOverview } from '../../server/analytics/metrics/flow-overview.ts';
import { type Question, questionOf } from '../../server/analytics/metrics/question.ts';
import { controlLimits } from '../../server/analytics/statistics/control-limits.ts';
import type { Stage, StageKind } from '../../server/domain/stage.ts';
import { buildIssue, entryAt } from './build-issue.ts';
import type { Biography } from './random-world.ts';
import { settingsIn } from './settings.ts';
import { viewWorld } from './view-world.ts';

/** Checks of vectors about the flow as a whole, by group. */
export const flowVectorChecks = {
  'xmr.limits': ({ baseline }: { baseline: number[] }) => {
    const limits = controlLimits(baseline);
    return [limits?.mean ?? Number.NaN, limits?.upper ?? Number.NaN, limits?.lower ?? Number.NaN];
  },

  // Work in progress at the start of a day is that at the end of the day before; the peer counts what is in an active
  // status, which is the occupancy of the active stage.
  'wip.startOfDay': ({
    issues,
    from_,
    days,
  }: {
    issues: { active: [string, string][] }[];
    from_: string;
    days: number;
  }) => {
    const lives = issues.map(({ active }, index) =>
      moving(index, '2024-01-01', [
        ...active.flatMap(([from, to]): Move[] => [
          ['Active', from],
          ['Ready', to],
        ]),
        ['Done', active.at(-1)?.[1] ?? ''],
      ]),
    );
    const question = ask(lives, oneOfEach, dayAfter(from_, -1), dayAfter(from_, days - 2));
    const place = oneOfEach.findIndex(({ name }) => name === 'Active');
    return cumulativeFlow(question, 'OCCUPANCY', 'DAY').days.map(({ counts }) => counts[place] ?? Number.NaN);
  },

  // Days that an item is there, both ends included, are the time from the first midnight to the one after the last.
  'wip.averageDailyInclusive': ({ spans, from_, to }: { spans: [string, string][]; from_: string; to: string }) => {
    const lives = spans.map(([first, last], index) =>
      moving(index, '2018-12-01', [
        ['Active', first],
        ['Done', dayAfter(last, 1)],
      ]),
    );
    return flowOverview(ask(lives, oneOfEach, from_, to), 'DAY').wip.current ?? Number.NaN;
  },

  'cfd.cumulative': ({
    columns,
    moves,
    day,
  }: {
    columns: string[];
    moves: [string, string, string][];
    day: string;
  }) => {
    const stages = columns.map((name, index) => stage(name, index === columns.length - 1 ? 'DONE' : 'ACTIVE'));
    const lives = moves.map(([, column, date], index) => moving(index, date, [], column));
    return cumulativeFlow(ask(lives, stages, day, day), 'HIGH_WATER', 'DAY').days[0]?.counts ?? [];
  },

  'flowEfficiency.aggregatePct': ({ waitHours, totalHours }: { waitHours: number; totalHours: number }) => {
    const begins = Date.parse('2024-01-01T00:00:00Z');
    const after = (hours: number): string => new Date(begins + hours * 3_600_000).toISOString();
    const life = moving(0, '2024-01-01', [
      ['Ready', after(0.5)],
      ['Active', after(0.5 + waitHours)],
      ['Done', after(0.5 + totalHours)],
    ]);
    const efficiency = flowOverview(ask([life], oneOfEach, '2024-01-01', '2024-03-31'), 'DAY').flowEfficiency.current;
    return 100 * (efficiency ?? Number.NaN);
  },
};

type Move = [string, string];

const stage = (name: string, kind: StageKind): Stage => ({ id: name, name, kind, statusIds: [name], wipLimit: null });
const oneOfEach = [
  stage('Backlog', 'BACKLOG'),
  stage('Ready', 'QUEUE'),
  stage('Active', 'ACTIVE'),
  stage('Done', 'DONE'),
];

/** Moments without a zone are in UTC, dates their midnight. */
const instant = (text: string): string =>
  text.endsWith('Z') ? text : text.length === 10 ? `${text}T00:00:00Z` : `${text}Z`;
const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(instant(date)) + days * 86_400_000).toISOString().slice(0, 10);

/** An issue created in a status that moves to others. */
function moving(index: number, created: string, moves: readonly Move[], first = 'Backlog'): Biography {
  const path = [first, ...moves.map(([status]) => status)];
  const status = path.at(-1) ?? first;
  return {
    issue: buildIssue({
      id: String(index),
      key: `V-${index}`,
      createdAt: new Date(instant(created)),
      statusId: status,
      statusName: status,
    }),
    history: moves.map(([to, at], step) => {
      const from = path[step] ?? null;
      return entryAt(instant(at), [{ field: 'status', from, to, fromName: from, toName: to }], null, String(step));
    }),
  };
}

/** The question about the dates from `from` to `to`, long after them. */
function ask(biographies: readonly Biography[], stages: readonly Stage[], from: string, to: string): Question {
  const asOf = Date.parse(instant(dayAfter(to, 30))) / 1000;
  const view = viewWorld({ biographies, stages, statuses: [], projects: [], teams: [], asOf });
  const question = questionOf(view, clocksOf(settingsIn('UTC')), {
    scope: { includeSubtasks: true },
    window: { from, to },
    clock: 'CALENDAR',
  });
  if (!question.ok) throw new Error(question.errors[0]?.message);
  return question.value;
}
