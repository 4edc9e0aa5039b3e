import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import { createAccessTokens } from '../../server/auth/access-token.ts';
import { Session } from '../../server/auth/session.ts';
import type { Store } from '../../server/store/open-store.ts';
import type { Writer } from '../../server/store/repository/writer.ts';
import { runSlice } from '../../server/sync/run-slice.ts';
import { UsageMeter } from '../../server/sync/usage-meter.ts';
import type { MadeWorld } from '../world/made-issue.ts';
import { worldSource } from '../world/world-source.ts';

/** Somebody with an account, and the session that proves it. */
export interface Tenant {
  readonly session: Session;
  readonly writer: Writer;
}

/** Signs somebody up. Their zone is UTC, so that SQL and pipelines can say local days and working hours by arithmetic. */
export async function signUp(store: Store, name: string): Promise<Tenant> {
  const opened = await store.accounts.signUp({
    email: `${name}@example.com`,
    password: 'correct horse battery',
    name,
    timeZone: 'UTC',
    userAgent: null,
    address: null,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  const tokens = createAccessTokens('a secret that signs the tokens of benchmarks only');
  const { token } = tokens.issue(opened.value);
  const session = await Session.verify(token, tokens, (accountId, sessionId) =>
    store.accounts.isLive({ accountId, sessionId }),
  );
  if (!session) throw new Error('a fresh session is not taken');
  return { session, writer: store.bindWriter(session, null) };
}

/** Connects the tenant to a made world and reads all of it, as sync does: with leases, pages and transactions. */
export async function connect(store: Store, { session, writer }: Tenant, world: MadeWorld): Promise<void> {
  const grant = {
    accessToken: 'none is needed',
    refreshToken: null,
    expiresAt: new Date('2090-01-01T00:00:00Z'),
    scopes: ['read:jira-work'],
  };
  const site = { cloudId: `made-${world.seed}`, name: 'Made', url: 'https://made.example.com', avatarUrl: null };
  const opened = await writer.jira.open(grant, [site]);
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  const source = worldSource(world);
  const errors: unknown[] = [];
  await store.forNextDueConnection({
    turn: (work) =>
      runSlice({
        work,
        source,
        usage: new UsageMeter(source),
        writeFlow,
        webhookUrl: 'http://localhost/webhooks',
        sliceMs: 3_600_000,
        now: () => new Date(world.asOf * 1000),
        random: () => 0.5,
        onError: (error) => errors.push(error),
        signal: new AbortController().signal,
      }).then(() => null),
    leave: async () => undefined,
  });
  const stored = await store.bindRepository(session).jiraConnection();
  if (errors.length > 0 || stored?.connection.issueCount !== world.issueCount)
    throw new Error('the world could not be stored', { cause: errors[0] });
}
