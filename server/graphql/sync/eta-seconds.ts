import type { SyncRun } from '../../domain/sync-run.ts';

/** Whole seconds until a run has seen every issue, at its mean pace so far; null when that cannot be said. */
export function etaSeconds(run: SyncRun, now: Date): number | null {
  if (run.phase !== 'ISSUES' || !run.startedAt || run.issuesTotal === null || run.issuesDone === 0) return null;
  const elapsedSeconds = (now.getTime() - run.startedAt.getTime()) / 1000;
  if (elapsedSeconds <= 0) return null;
  const left = Math.max(0, run.issuesTotal - run.issuesDone);
  return Math.ceil((left * elapsedSeconds) / run.issuesDone);
}
