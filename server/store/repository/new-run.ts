import type { SyncMode, SyncTrigger } from '../../domain/sync-run.ts';
import type { SyncRunRow } from '../models/rows.ts';

/** A run that has been asked for and waits for a worker. */
export function newRun(mode: SyncMode, trigger: SyncTrigger, requestedAt: Date): SyncRunRow {
  return {
    mode,
    trigger,
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
    faults: {},
    waitingUntil: null,
    quarantined: [],
    error: null,
    checkpoint: null,
    sweep: null,
    failures: 0,
  };
}
