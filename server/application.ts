import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { writeFlow } from './analytics/flow-table/write-flow.ts';
import { createAccessTokens } from './auth/access-token.ts';
import { createFlowTables } from './graphql/flow-tables.ts';
import { createQueryBudget } from './graphql/limits/query-budget.ts';
import { webhookPath } from './http/jira-webhooks.ts';
import { createHttp } from './http.ts';
import { createJiraSource } from './jira/jira-source.ts';
import { createOAuth } from './jira/oauth.ts';
import { createVerifyWebhook } from './jira/webhooks/verify-webhook.ts';
import { openStore, type Store, type StoreOptions } from './store/open-store.ts';
import type { LeavingConnection } from './store/work/leaving-connection.ts';
import type { Urgency } from './store/work/points-budget.ts';
import type { SyncWork } from './store/work/sync-work.ts';
import { createConnectJira } from './sync/connect-jira.ts';
import { createGrantTokens, type GrantStorage } from './sync/grant-tokens.ts';
import { leaveJira } from './sync/leave-jira.ts';
import { runSlice } from './sync/run-slice.ts';
import { UsageMeter } from './sync/usage-meter.ts';
import { startWorker, type Worker } from './sync/worker.ts';

export interface ApplicationOptions {
  readonly mongodbUri: string;
  readonly atlassian: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly authUrl: string;
    readonly apiUrl: string;
  };
  readonly jwtSecret: string;
  readonly encryptionKey: string;
  readonly role: 'all' | 'api' | 'worker';
  readonly host: string;
  readonly port: number;
  /** How browsers reach it: "https://sprout.example". */
  readonly appUrl: string;
  readonly clientFolder: string;
  readonly log: Logger;
  /** What all tenants together may ask of Jira in an hour, in its points. */
  readonly jiraPointsPerHour: number;
  /** How Jira and Atlassian are reached; Node's own without. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long a worker holds a connection without a sign of life, in seconds; the store's own without. */
  readonly leaseSeconds?: number;
  /** Told of every command before it is sent to MongoDB. */
  readonly onCommand?: StoreOptions['onCommand'];
}

export interface Application {
  readonly store: Store;
  /** How browsers reach it; null for a worker. */
  readonly url: string | null;
  /** Finishes what is under way and lets go of everything. */
  close(): Promise<void>;
}

/** Points a viewer may spend a minute: some 25 pages of 100 issues with their timelines. */
const pointsPerMinute = 300_000;

/** Introduces the parts to each other and starts those this process's role asks for. */
export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const { log } = options;
  const { mongodbUri: uri, encryptionKey, onCommand, leaseSeconds } = options;
  const store = await openStore({
    uri,
    encryptionKey,
    ...(onCommand && { onCommand }),
    ...(leaseSeconds !== undefined && { leaseSeconds }),
  });
  const serves = options.role !== 'worker';
  const http = serves ? await listen(options, store) : null;
  const worker = options.role === 'api' ? null : startSync(options, store);
  log.info({ role: options.role }, 'ready');
  return {
    store,
    url: http?.url ?? null,
    async close() {
      await Promise.all([http?.close(), worker?.stop()]);
      await store.close();
    },
  };
}

async function listen(options: ApplicationOptions, store: Store) {
  const { host, port, appUrl, log } = options;
  const accessTokens = createAccessTokens(options.jwtSecret);
  const flowTables = createFlowTables();
  const budget = createQueryBudget(pointsPerMinute);
  const connectJira = createConnectJira(oauthOf(options), options.encryptionKey);
  const secure = appUrl.startsWith('https:');
  const parts = {
    store,
    accessTokens,
    connectJira,
    flowTables,
    budget,
    log,
    secure,
    clientFolder: options.clientFolder,
    verifyWebhook: createVerifyWebhook(options.atlassian.clientSecret),
  };
  const app = await createHttp(parts);
  await app.listen({ host, port });
  return { url: appUrl, close: () => app.close() };
}

function startSync(options: ApplicationOptions, store: Store): Worker {
  const { log } = options;
  const authorization = oauthOf(options);
  const now = (): Date => new Date();
  const onError = (error: unknown): void => log.error({ err: error }, 'a turn of sync failed');
  const wait = async (ms: number, signal: AbortSignal): Promise<void> => setTimeout(ms, undefined, { signal });
  const { apiUrl } = options.atlassian;
  const webhookUrl = `${options.appUrl}${webhookPath}`;
  const points = store.pointsBudget(options.jiraPointsPerHour);
  const sourceOf = (grants: GrantStorage, cloudId: string, urgency: Urgency) => {
    const tokens = createGrantTokens({ grants, authorization, now: Date.now, wait });
    const budget = { ...points, admit: () => points.admit(urgency) };
    return createJiraSource({ apiUrl, cloudId, tokens, wait, log, budget, fetch: options.fetch ?? fetch });
  };
  const turn = async (work: SyncWork, signal: AbortSignal): Promise<Date | null> => {
    const { site, lastSuccessAt } = work.connection;
    if (!site) return null;
    const source = sourceOf(work.grants, site.cloudId, lastSuccessAt === null ? 'FIRST_LOAD' : 'UPKEEP');
    const usage = new UsageMeter(source);
    return runSlice({ work, source, usage, writeFlow, webhookUrl, now, random: Math.random, onError, signal });
  };
  const leave = async (leaving: LeavingConnection): Promise<void> => {
    if (!leaving.site) return;
    const source = sourceOf(leaving.grants, leaving.site.cloudId, 'UPKEEP');
    const note = (error: unknown): void => log.warn({ err: error }, 'could not take leave of Jira');
    await leaveJira(leaving, source, webhookUrl, note);
  };
  return startWorker({
    forNextDueConnection: store.forNextDueConnection,
    turn,
    leave,
    wait,
    onError,
  });
}

function oauthOf(options: ApplicationOptions) {
  const { atlassian, appUrl } = options;
  const app = { ...atlassian, redirectUri: `${appUrl}/connect/jira/callback` };
  return createOAuth(app, options.fetch ? { fetch: options.fetch } : {});
}
