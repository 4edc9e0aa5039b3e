import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import { type Question, questionOf } from '../../server/analytics/metrics/question.ts';
import type { HistoryItem } from '../../server/domain/history.ts';
import type { Issue } from '../../server/domain/issue.ts';
import type { Scope } from '../../server/domain/question.ts';
import { buildIssue, entryAt, flagItem, statusItem } from './build-issue.ts';
import { type Biography, type RandomWorld, worldStages, worldStatuses } from './random-world.ts';
import { settingsIn } from './settings.ts';
import { viewWorld } from './view-world.ts';

/** Worlds small enough for a sheet of paper. Days are counted from Monday, 2024-01-01, 00:00 UTC, and may be fractions. */
const start = Date.UTC(2024, 0, 1);
export const dateOf = (day: number): Date => new Date(start + day * 86_400_000);

export interface WorkedIssue extends Partial<Issue> {
  readonly number: number;
  readonly createdOn: number;
  /** Status ids of `worldStages` and the days on which they are entered; the first status is '1', in the backlog. */
  readonly moves?: readonly (readonly [number, string])[];
  /** Days on which the flag goes up and down in turn. */
  readonly flags?: readonly number[];
  readonly changes?: readonly (readonly [number, HistoryItem])[];
  /** When it was last updated; at its last move or flag when absent. */
  readonly updatedOn?: number;
}

export function workedIssue(issue: WorkedIssue): Biography {
  const { number, createdOn, moves = [], flags = [], changes = [], updatedOn, ...values } = issue;
  const path = ['1', ...moves.map(([, status]) => status)];
  const history = [
    ...moves.map(([day, status], step) =>
      entryAt(dateOf(day).toISOString(), [statusItem(path[step] ?? null, status)], null, `${number}1${step}`),
    ),
    ...flags.map((day, step) =>
      entryAt(dateOf(day).toISOString(), [flagItem(step % 2 === 0)], null, `${number}2${step}`),
    ),
    ...changes.map(([day, item], step) => entryAt(dateOf(day).toISOString(), [item], null, `${number}3${step}`)),
  ];
  const statusId = path.at(-1) ?? '1';
  const days = [createdOn, ...moves.map(([day]) => day), ...flags, ...changes.map(([day]) => day)];
  return {
    issue: buildIssue({
      id: String(number),
      key: `P1-${number}`,
      createdAt: dateOf(createdOn),
      updatedAt: dateOf(updatedOn ?? Math.max(...days)),
      statusId,
      statusName: `S${statusId}`,
      flagged: flags.length % 2 === 1,
      resolution: ['8', '9'].includes(statusId) ? 'Done' : null,
      ...values,
    }),
    history,
  };
}

export const workedWorld = (
  biographies: readonly Biography[],
  asOfDay: number,
  setting: Partial<RandomWorld> = {},
): RandomWorld => ({
  biographies,
  stages: worldStages,
  statuses: worldStatuses,
  projects: [],
  teams: [],
  asOf: dateOf(asOfDay).getTime() / 1000,
  ...setting,
});

export interface WorkedRequest {
  readonly days: number;
  readonly scope?: Scope;
  readonly clock?: 'CALENDAR' | 'WORKING';
}

/** A question about a world, in UTC; on the calendar unless another clock is asked for. Subtasks only where the scope says so. */
export function askWorld(world: RandomWorld, { days, scope, clock }: WorkedRequest): Question {
  const outcome = questionOf(viewWorld(world), clocksOf(settingsIn('UTC')), {
    scope: scope ?? { includeSubtasks: false },
    window: { days },
    clock: clock ?? 'CALENDAR',
  });
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return outcome.value;
}
