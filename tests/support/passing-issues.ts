import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import { type Question, questionOf } from '../../server/analytics/metrics/question.ts';
import type { Scope } from '../../server/domain/question.ts';
import { buildIssue, entryAt, flagItem, statusItem } from './build-issue.ts';
import { type Biography, type RandomWorld, worldStages, worldStatuses } from './random-world.ts';
import { settingsIn } from './settings.ts';
import { viewWorld } from './view-world.ts';

/** Day 0 of made lives, a Monday, in milliseconds. */
export const start = Date.UTC(2024, 0, 1);
/** The moment so many days later. */
export const at = (day: number): string => new Date(start + day * 86_400_000).toISOString();

/** An issue that enters each of the statuses on the given day. */
export function passing(
  index: number,
  createdOn: number,
  moves: readonly (readonly [number, string])[],
  flags: readonly number[] = [],
): Biography {
  const path = ['1', ...moves.map(([, status]) => status)];
  const history = [
    ...moves.map(([day, status], step) => entryAt(at(day), [statusItem(path[step] ?? null, status)])),
    ...flags.map((day, step) => entryAt(at(day), [flagItem(step % 2 === 0)])),
  ];
  const statusId = path.at(-1) ?? '1';
  return {
    issue: buildIssue({
      id: String(index),
      key: `P1-${index}`,
      createdAt: new Date(at(createdOn)),
      statusId,
      statusName: `S${statusId}`,
      resolution: 'Done',
    }),
    history,
  };
}

/** A world of them, in the stages of random worlds, as of a day. */
export const worldOf = (biographies: readonly Biography[], asOfDay: number): RandomWorld => ({
  biographies,
  stages: worldStages,
  statuses: worldStatuses,
  projects: [],
  teams: [],
  asOf: (start + asOfDay * 86_400_000) / 1000,
});

/** The question about the days that end with asOf's. */
export function ask(
  world: RandomWorld,
  days: number,
  scope: Scope = { includeSubtasks: false },
  clock: 'CALENDAR' | 'WORKING' = 'CALENDAR',
): Question {
  const outcome = questionOf(viewWorld(world), clocksOf(settingsIn('UTC')), { scope, window: { days }, clock });
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return outcome.value;
}
