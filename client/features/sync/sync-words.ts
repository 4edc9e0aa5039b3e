import type { SyncPhase, SyncRunState } from '../../gql/graphql.ts';

/** What a run is doing, for a person. */
export const phaseWords: Readonly<Record<SyncPhase, string>> = {
  QUEUED: 'Waiting for its turn',
  METADATA: 'Reading projects, statuses and people',
  ISSUES: 'Reading issues',
  CHANGELOGS: 'Reading the history of issues',
  SWEEP: 'Checking that nothing is missing',
  FACTS: 'Computing where work waited',
  FINISHED: 'Finished',
};

export const runStateWords: Readonly<Record<SyncRunState, string>> = {
  QUEUED: 'Queued',
  RUNNING: 'Running',
  WAITING: 'Waiting for Jira',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
};

export const isActive = (state: SyncRunState): boolean => ['QUEUED', 'RUNNING', 'WAITING'].includes(state);

/** Issues a second since the run began; null before there is anything to divide. */
export function issuesPerSecond(issuesDone: number, startedAt: string | null | undefined, now: number): number | null {
  if (!startedAt) return null;
  const seconds = (now - Date.parse(startedAt)) / 1_000;
  return seconds >= 1 && issuesDone > 0 ? issuesDone / seconds : null;
}

/** Done of total as a share of 1; null while the total is not known. */
export function shareDone(issuesDone: number, issuesTotal: number | null | undefined): number | null {
  return issuesTotal ? Math.min(issuesDone / issuesTotal, 1) : null;
}
