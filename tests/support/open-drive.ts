import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Connection, createConnection, Types } from 'mongoose';
import { inject } from 'vitest';
import { defaultClient } from '../../sandbox/oauth/default-client.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { createAccessTokens } from '../../server/auth/access-token.ts';
import { Session } from '../../server/auth/session.ts';
import { createOAuth } from '../../server/jira/oauth.ts';
import { openStore, type Store } from '../../server/store/open-store.ts';
import type { Writer } from '../../server/store/repository/writer.ts';
import { consentTo } from './consent-to.ts';
import { databaseIn } from './database-in.ts';
import { DrivenSync } from './driven-sync.ts';

type Rows = ReturnType<Connection['collection']>;

/** A store of its own and a person in it, for syncs that are driven by hand. */
export interface Drive {
  readonly store: Store;
  readonly databaseUri: string;
  /** A collection, past all rules of the store. */
  rows(name: string): Rows;
  /** Connects the person to one site of a sandbox, in place of whatever they were connected to. From now on the store goes by its clock. */
  connect(sandbox: Sandbox, site: string, account?: string): Promise<DrivenSync>;
  close(): Promise<void>;
}

const farAway = new Date('2090-01-01T00:00:00Z');

export async function openDrive(): Promise<Drive> {
  const databaseUri = databaseIn(inject('mongodbUri'), `drive-${randomUUID()}`);
  let clock: () => number = Date.now;
  const encryptionKey = 'a key that wraps the keys of tests only, 32+';
  const store = await openStore({ uri: databaseUri, encryptionKey, now: () => new Date(clock()) });
  const database = await createConnection(databaseUri).asPromise();
  const writer = await signedUp(store);
  const drive: Drive = {
    store,
    databaseUri,
    rows: (name) => database.collection(name),
    async connect(sandbox, site, account = 'carla') {
      clock = sandbox.clock.now;
      await writer.jira.disconnect();
      const authorization = oauthOf(sandbox);
      const codeVerifier = randomBytes(32).toString('base64url');
      const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
      const address = authorization.authorizationUrl({ state: 'a state', codeChallenge });
      const { code } = await consentTo(address, account, [site]);
      const grant = await authorization.exchangeCode({ code, codeVerifier });
      const sites = await authorization.sites(grant.accessToken);
      const opened = await writer.jira.open(
        grant,
        sites.filter(({ name }) => name === site),
      );
      const connection = await writer.jiraConnection();
      if (!opened.ok || !connection) throw new Error(`site ${site} cannot be connected`);
      const _id = new Types.ObjectId(connection.connection.id);
      // Webhooks are told by the test, none are registered; what was given up before need not be deleted.
      await drive.rows('connections').updateOne({ _id }, { $set: { webhookDueAt: farAway } });
      await drive.rows('due_connections').deleteMany({ _id: { $ne: _id } });
      return new DrivenSync(drive, sandbox, writer, authorization, connection.connection.id);
    },
    async close() {
      await database.dropDatabase();
      await Promise.all([store.close(), database.close()]);
    },
  };
  return drive;
}

async function signedUp(store: Store): Promise<Writer> {
  const input = { email: 'carla@example.com', password: 'correct horse battery', name: 'Carla' };
  const opened = await store.accounts.signUp({ ...input, timeZone: 'Europe/Berlin', userAgent: null, address: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  const tokens = createAccessTokens('a secret that signs the tokens of tests only');
  const { token } = tokens.issue(opened.value);
  const session = await Session.verify(token, tokens, async () => true);
  if (!session) throw new Error('a fresh session is not taken');
  return store.bindWriter(session, null);
}

function oauthOf({ url, clock }: Sandbox) {
  const app = {
    clientId: defaultClient.id,
    clientSecret: defaultClient.secret,
    authUrl: url,
    apiUrl: url,
    redirectUri: 'http://localhost:4000/connect/jira/callback',
  };
  return createOAuth(app, { now: clock.now });
}
