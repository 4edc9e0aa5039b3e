import type { Act } from './issue.ts';

/** Working time that somebody logged on an issue. */
export interface LoggedWork {
  /** Account id; '' where Jira does not say whose. */
  readonly author: string;
  /** When it began, Unix seconds. */
  readonly at: number;
  readonly seconds: number;
}

/** What was logged among the acts on an issue, in their order. */
export function loggedWork(acts: readonly Act[]): LoggedWork[] {
  return acts
    .filter(({ kind, seconds }) => kind === 'WORKLOG' && seconds > 0)
    .map(({ at, authorId, seconds }) => ({
      author: authorId ?? '',
      at: Math.floor(at.getTime() / 1000),
      seconds,
    }));
}
