import type { SyncMode } from '../../domain/sync-run.ts';
import type { SyncRunRow } from '../models/rows.ts';

/** A run that has been asked for and waits for a worker. */
export function newRun(mode: SyncMode, requestedAt: Date): SyncRunRow {
  return {
    mode,
    state: 'QUEUED',
    phase: 'QUEUED',
    open: true,
    cancelRequested: false,
    requestedAt,
    startedAt: null,
    finishedAt: null,
    issuesDone: 0,
    issuesTotal: null,
    issuesChanged: 0,
    issuesRemoved: 0,
    requests: 0,
    retries: 0,
    waitingUntil: null,
    quarantined: [],
    error: null,
    checkpoint: null,
    failures: 0,
  };
}
