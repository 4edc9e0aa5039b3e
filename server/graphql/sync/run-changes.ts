import { setTimeout } from 'node:timers/promises';
import type { SyncRun } from '../../domain/sync-run.ts';
import type { StreamContext } from '../stream.ts';

const everyMs = 400;

export interface RunChange {
  readonly connectionId: string;
  readonly run: SyncRun;
}

/**
 * The viewer's latest run, then again whenever it has changed, until the stream is closed, the session ends, or the
 * connection is given up. It asks the database: the run may be at work in another process.
 */
export async function* runChanges(context: StreamContext): AsyncGenerator<RunChange> {
  const { signal } = context;
  let last = '';
  while (!signal.aborted) {
    const repository = await context.bindAgain();
    const jira = await repository?.jiraConnection();
    if (!repository || !jira) return;
    const run = await jira.syncRuns.latest();
    const seen = JSON.stringify(run);
    if (run && seen !== last) yield { connectionId: jira.connection.id, run };
    last = seen;
    await setTimeout(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
