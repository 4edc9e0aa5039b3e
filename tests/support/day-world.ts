import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import { type Question, questionOf } from '../../server/analytics/metrics/question.ts';
import type { HistoryItem } from '../../server/domain/history.ts';
import type { Issue } from '../../server/domain/issue.ts';
import { buildIssue, entryAt, statusItem } from './build-issue.ts';
import { type Biography, type RandomWorld, worldStages, worldStatuses } from './random-world.ts';
import { settingsIn } from './settings.ts';
import { viewWorld } from './view-world.ts';

/** Day 0 is Monday, 1 January 2024, UTC. */
const start = Date.UTC(2024, 0, 1);
const at = (day: number): string => new Date(start + day * 86_400_000).toISOString();

export type DayStep = readonly [day: number, change: string | HistoryItem];

/**
 * An issue created on a day in status 1, or another, that enters each of the statuses, or changes otherwise, on the given
 * days. Days may have fractions.
 */
export function dayIssue(
  index: number,
  createdOn: number,
  steps: readonly DayStep[],
  { statusId: first = '1', ...values }: Partial<Issue> = {},
): Biography {
  let status = first;
  const history = steps.map(([day, change], step) => {
    const item = typeof change === 'string' ? statusItem(status, change) : change;
    if (typeof change === 'string') status = change;
    return entryAt(at(day), [item], null, String(1000 + step));
  });
  const issue = buildIssue({
    id: String(index),
    key: `P1-${index}`,
    createdAt: new Date(at(createdOn)),
    statusId: status,
    statusName: `S${status}`,
    resolution: 'Done',
    ...values,
  });
  return { issue, history };
}

export const dayWorld = (
  biographies: readonly Biography[],
  asOfDay: number,
  parts: Partial<RandomWorld> = {},
): RandomWorld => ({
  biographies,
  stages: worldStages,
  statuses: worldStatuses,
  projects: [],
  teams: [],
  asOf: (start + asOfDay * 86_400_000) / 1000,
  ...parts,
});

/** The days of a world that end with its asOf, subtasks included. */
export function askDays(world: RandomWorld, days: number, clock: 'CALENDAR' | 'WORKING' = 'CALENDAR'): Question {
  const request = { scope: { includeSubtasks: true }, window: { days }, clock };
  const outcome = questionOf(viewWorld(world), clocksOf(settingsIn('UTC')), request);
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return outcome.value;
}

/** The same world so many weeks later. */
export function weeksLater(world: RandomWorld, weeks: number): RandomWorld {
  const later = (date: Date): Date => new Date(date.getTime() + weeks * 7 * 86_400_000);
  return {
    ...world,
    asOf: world.asOf + weeks * 7 * 86_400,
    biographies: world.biographies.map(({ issue, history }) => ({
      issue: {
        ...issue,
        createdAt: later(issue.createdAt),
        updatedAt: later(issue.updatedAt),
        resolvedAt: issue.resolvedAt && later(issue.resolvedAt),
        acts: issue.acts.map((act) => ({ ...act, at: later(act.at) })),
      },
      history: history.map((entry) => ({ ...entry, at: later(entry.at) })),
    })),
  };
}
