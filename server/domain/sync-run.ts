export type SyncMode = 'FULL' | 'INCREMENTAL' | 'RECONCILE';
export type SyncRunState = 'QUEUED' | 'RUNNING' | 'WAITING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
export type SyncPhase = 'QUEUED' | 'METADATA' | 'ISSUES' | 'CHANGELOGS' | 'SWEEP' | 'FACTS' | 'FINISHED';

export const syncTriggers = ['CLOCK', 'PERSON'] as const;
/** Why there is a run: its time has come, or somebody has asked for it. */
export type SyncTrigger = (typeof syncTriggers)[number];

export const syncFaultKinds = [
  'RATE_LIMITED',
  'SERVER_ERROR',
  'NO_ANSWER',
  'UNAUTHORIZED',
  'REFUSED',
  'MALFORMED',
] as const;
/** What a request to Jira can come to other than an answer. */
export type SyncFaultKind = (typeof syncFaultKinds)[number];
/** How often each has happened; an absent kind has not. */
export type SyncFaults = { readonly [K in SyncFaultKind]?: number };

/** An issue that could not be stored, and why; the run went on without it. */
export interface QuarantinedIssue {
  readonly key: string;
  readonly reason: string;
}

/** One run of sync, from being asked for to its end. */
export interface SyncRun {
  readonly id: string;
  readonly mode: SyncMode;
  readonly trigger: SyncTrigger;
  readonly state: SyncRunState;
  readonly phase: SyncPhase;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly issuesDone: number;
  /** Jira's own estimate; null until it is known. */
  readonly issuesTotal: number | null;
  readonly issuesChanged: number;
  readonly issuesRemoved: number;
  readonly requests: number;
  readonly retries: number;
  readonly faults: SyncFaults;
  readonly waitingUntil: Date | null;
  readonly quarantined: readonly QuarantinedIssue[];
  /** A sentence for the person; null unless the run failed. */
  readonly error: string | null;
}
