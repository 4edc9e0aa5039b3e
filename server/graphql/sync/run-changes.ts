import { setTimeout } from 'node:timers/promises';
import type { SyncRun } from '../../domain/sync-run.ts';
import { isDatabaseOutOfReach } from '../errors/is-database-out-of-reach.ts';
import type { StreamContext } from '../stream.ts';

const everyMs = 400;

export interface RunChange {
  readonly connectionId: string;
  readonly run: SyncRun;
}

/**
 * The viewer's latest run, then again whenever it has changed, until the stream is closed, the session ends, or the
 * connection is given up. It asks the database: the run may be at work in another process. While the database cannot be
 * reached nothing is known to have changed, and the stream waits.
 */
export async function* runChanges(context: StreamContext): AsyncGenerator<RunChange> {
  const { signal } = context;
  let last = '';
  while (!signal.aborted) {
    const change = await latestRun(context).catch((error: unknown) => {
      if (!isDatabaseOutOfReach(error)) throw error;
      return 'UNKNOWN' as const;
    });
    if (change === null) return;
    const seen = JSON.stringify(change);
    if (change !== 'UNKNOWN' && change.run && seen !== last) yield { ...change, run: change.run };
    if (change !== 'UNKNOWN') last = seen;
    await setTimeout(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Null when there is nobody, or nothing, to tell of any more. */
async function latestRun(
  context: StreamContext,
): Promise<{ readonly connectionId: string; readonly run: SyncRun | null } | null> {
  const repository = await context.bindAgain();
  const jira = await repository?.jiraConnection();
  if (!repository || !jira) return null;
  return { connectionId: jira.connection.id, run: await jira.syncRuns.latest() };
}
