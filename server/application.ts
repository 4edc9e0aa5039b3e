import type { ApplicationOptions } from './application-options.ts';
import { atlassianOAuth } from './atlassian-oauth.ts';
import { createAccessTokens } from './auth/access-token.ts';
import { createFlowTables } from './graphql/flow-tables.ts';
import { createQueryBudget } from './graphql/limits/query-budget.ts';
import { createHttp } from './http.ts';
import { createVerifyWebhook } from './jira/webhooks/verify-webhook.ts';
import { startSync } from './start-sync.ts';
import { openStore, type Store } from './store/open-store.ts';
import { createConnectJira } from './sync/connect-jira.ts';

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
  const { mongodbUri: uri, encryptionKey, previousEncryptionKey, onCommand, leaseSeconds, now } = options;
  const store = await openStore({
    uri,
    encryptionKey,
    ...(previousEncryptionKey !== undefined && { previousEncryptionKey }),
    onError: (error) => log.error({ err: error }, 'something failed after its answer'),
    ...(onCommand && { onCommand }),
    ...(leaseSeconds !== undefined && { leaseSeconds }),
    ...(now && { now }),
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
  const connectJira = createConnectJira(atlassianOAuth(options), options.encryptionKey);
  const secure = appUrl.startsWith('https:');
  const parts = {
    store,
    accessTokens,
    connectJira,
    flowTables,
    budget,
    log,
    secure,
    appUrl,
    clientFolder: options.clientFolder,
    verifyWebhook: createVerifyWebhook(options.atlassian.clientSecret),
  };
  const app = await createHttp(parts);
  await app.listen({ host, port });
  return { url: appUrl, close: () => app.close() };
}
