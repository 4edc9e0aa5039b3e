import type { SyncMode, SyncPhase, SyncRunState, SyncState } from '../../gql/graphql.ts';

const phases: Readonly<Record<SyncPhase, string>> = {
  QUEUED: 'Waiting for its turn',
  METADATA: 'Reading projects, statuses and people',
  ISSUES: 'Reading issues',
  CHANGELOGS: 'Reading the history of issues',
  SWEEP: 'Comparing every issue with Jira',
  FACTS: 'Computing where work waited',
  FINISHED: 'Finished',
};

/** What a run is doing, for a person. A comparison ends with a look at what Jira has not listed. */
export function phaseWords(phase: SyncPhase, mode: SyncMode): string {
  return phase === 'FACTS' && mode === 'RECONCILE' ? 'Looking for issues that Jira no longer has' : phases[phase];
}

export const runStateWords: Readonly<Record<SyncRunState, string>> = {
  QUEUED: 'Queued',
  RUNNING: 'Running',
  WAITING: 'Waiting for Jira',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  CANCELLED: 'Stopped',
};

/** What a run sets out to do, as the subject of a sentence. */
export const runNames: Readonly<Record<SyncMode, string>> = {
  FULL: 'The reading of everything',
  INCREMENTAL: 'The sync of changes',
  RECONCILE: 'The comparison of every issue',
};

export const isActive = (state: SyncRunState): boolean => ['QUEUED', 'RUNNING', 'WAITING'].includes(state);

const stateOfOpenRun: Readonly<Partial<Record<SyncRunState, SyncState>>> = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  WAITING: 'WAITING_FOR_JIRA',
};

/** How sync is doing. Events tell of the run at once; the status that goes with it is asked for from time to time. */
export const stateWith = (state: SyncState, run: { readonly state: SyncRunState } | null | undefined): SyncState =>
  (run && stateOfOpenRun[run.state]) ?? state;

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
