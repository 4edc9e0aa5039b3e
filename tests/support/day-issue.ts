import type { HistoryItem } from '../../server/domain/history.ts';
import type { Issue } from '../../server/domain/issue.ts';
import { buildIssue, entryAt, statusItem } from './build-issue.ts';
import type { Biography } from './random-world.ts';
import { dateOf } from './worked-world.ts';

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
    return entryAt(dateOf(day).toISOString(), [item], null, String(1000 + step));
  });
  const issue = buildIssue({
    id: String(index),
    key: `P1-${index}`,
    createdAt: dateOf(createdOn),
    statusId: status,
    statusName: `S${status}`,
    resolution: 'Done',
    ...values,
  });
  return { issue, history };
}
