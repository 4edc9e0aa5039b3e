export type SyncMode = 'FULL' | 'INCREMENTAL' | 'RECONCILE';
export type SyncRunState = 'QUEUED' | 'RUNNING' | 'WAITING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
export type SyncPhase = 'QUEUED' | 'METADATA' | 'ISSUES' | 'CHANGELOGS' | 'SWEEP' | 'FACTS' | 'FINISHED';

/** An issue that could not be stored, and why; the run went on without it. */
export interface QuarantinedIssue {
  readonly key: string;
  readonly reason: string;
}

/** One run of sync, from being asked for to its end. */
export interface SyncRun {
  readonly id: string;
  readonly mode: SyncMode;
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
  readonly waitingUntil: Date | null;
  readonly quarantined: readonly QuarantinedIssue[];
  /** A sentence for the person; null unless the run failed. */
  readonly error: string | null;
}
