import { setTimeout } from 'node:timers/promises';
import { writeFlow } from './analytics/flow-table/write-flow.ts';
import type { ApplicationOptions } from './application-options.ts';
import { atlassianOAuth } from './atlassian-oauth.ts';
import { webhookPath } from './http/jira-webhooks.ts';
import { createJiraSource } from './jira/jira-source.ts';
import type { Store } from './store/open-store.ts';
import type { LeavingConnection } from './store/work/leaving-connection.ts';
import type { Urgency } from './store/work/points-budget.ts';
import type { SyncWork } from './store/work/sync-work.ts';
import { createGrantTokens, type GrantStorage } from './sync/grant-tokens.ts';
import { leaveJira } from './sync/leave-jira.ts';
import { runSlice } from './sync/run-slice.ts';
import { startLane } from './sync/start-lane.ts';
import { UsageMeter } from './sync/usage-meter.ts';
import { startWorker, type Worker } from './sync/worker.ts';

/** Turns are short, so that tenants share the workers fairly. */
const usualSliceMs = 20_000;

/** Starts the worker of this process: turns of sync for the connections that are due, and what viewers ask for about their own data. */
export function startSync(options: ApplicationOptions, store: Store): Worker {
  const { log } = options;
  const authorization = atlassianOAuth(options);
  const now = options.now ?? ((): Date => new Date());
  const nowMs = (): number => now().getTime();
  const onError = (error: unknown): void => log.error({ err: error }, 'a turn of sync failed');
  const wait = async (ms: number, signal: AbortSignal): Promise<void> => setTimeout(ms, undefined, { signal });
  const { apiUrl } = options.atlassian;
  const webhookUrl = `${options.appUrl}${webhookPath}`;
  const points = store.pointsBudget(options.jiraPointsPerHour);
  const sourceOf = (grants: GrantStorage, cloudId: string, urgency: () => Urgency) => {
    const tokens = createGrantTokens({ grants, authorization, now: nowMs, wait });
    const budget = { ...points, admit: () => points.admit(urgency()) };
    return createJiraSource({ apiUrl, cloudId, tokens, wait, log, budget, now: nowMs, fetch: options.fetch ?? fetch });
  };
  const turn = async (work: SyncWork, signal: AbortSignal): Promise<Date | null> => {
    const { site } = work.connection;
    if (!site) return null;
    const source = sourceOf(work.grants, site.cloudId, () => (work.isBulk ? 'BULK' : 'UPKEEP'));
    const usage = new UsageMeter(source);
    const sliceMs = options.sliceMs ?? usualSliceMs;
    return runSlice({ work, source, usage, writeFlow, webhookUrl, sliceMs, now, random: Math.random, onError, signal });
  };
  const leave = async (leaving: LeavingConnection): Promise<void> => {
    if (!leaving.site) return;
    const source = sourceOf(leaving.grants, leaving.site.cloudId, () => 'UPKEEP');
    const note = (error: unknown): void => log.warn({ err: error }, 'could not take leave of Jira');
    await leaveJira(leaving, source, webhookUrl, note);
  };
  const requests = startLane({ turn: () => store.forNextDueRequest({ leave }), onError, wait });
  const connections = startWorker({
    forNextDueConnection: store.forNextDueConnection,
    turn,
    leave,
    wait,
    ...(options.lanes !== undefined && { concurrency: options.lanes }),
    onError,
  });
  return {
    async stop() {
      await Promise.all([connections.stop(), requests.stop()]);
    },
  };
}
