import { BSON } from 'mongodb';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccessTokens } from '../../server/auth/access-token.ts';
import { Session } from '../../server/auth/session.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

const newKey = 'the key that is to wrap from now on, 32+';

let world: World;
let bob: Person;
/** What the sandbox has given out as tokens. */
const tokens: string[] = [];

beforeAll(async () => {
  world = await openWorld({
    async fetch(input, init) {
      const response = await fetch(input, init);
      if (!String(input instanceof Request ? input.url : input).endsWith('/oauth/token')) return response;
      const answer = (await response.clone().json()) as Record<string, unknown>;
      for (const name of ['access_token', 'refresh_token'])
        if (typeof answer[name] === 'string') tokens.push(answer[name]);
      return response;
    },
  });
  bob = await world.signUp('bob');
  await bob.connectJira('Lakeside', 'bob');
  await bob.synced();
});
afterAll(() => world.close());

const namesQuery = '{ viewer { jiraConnection { people(first: 100) { nodes { displayName avatarUrl } } } } }';

async function personalFields(): Promise<string[]> {
  const { nodes } = (await bob.get(namesQuery)).viewer.jiraConnection.people as {
    nodes: readonly { readonly displayName: string; readonly avatarUrl: string | null }[];
  };
  return nodes.flatMap(({ displayName, avatarUrl }) => (avatarUrl === null ? [displayName] : [displayName, avatarUrl]));
}

/** Every row of every collection, as the bytes that MongoDB has of it. */
async function dump(): Promise<string> {
  const connection = await createConnection(world.databaseUri).asPromise();
  try {
    const collections = (await connection.db?.listCollections().toArray()) ?? [];
    const parts = await Promise.all(
      collections.map(async ({ name }) => {
        const rows = (await connection.db?.collection(name).find({}).toArray()) ?? [];
        return rows.map((row) => Buffer.from(BSON.serialize(row)).toString('utf8')).join('\n');
      }),
    );
    return parts.join('\n');
  } finally {
    await connection.close();
  }
}

describe('what lies in the database', () => {
  it('shows no name or picture of a person in Jira, and no token.', async () => {
    const everything = await dump();
    const fields = await personalFields();
    expect(fields.length).toBeGreaterThan(3);
    expect(tokens.length).toBeGreaterThan(1);
    // What is looked for would be found: the site's own name is there.
    expect(everything).toContain('Lakeside');
    expect([...fields, ...tokens].filter((secret) => everything.includes(secret))).toEqual([]);
  });

  it('opens with another encryption key once the tenants’ keys are wrapped by that, and with the old one no more.', async () => {
    const names = await personalFields();
    const { databaseUri: uri, secrets } = world;
    const both = await openStore({ uri, encryptionKey: newKey, previousEncryptionKey: secrets.encryptionKey });
    // Meanwhile both open.
    expect(await namesIn(both)).toEqual(names);
    expect(await both.rewrapKeys()).toBe(1);
    expect(await both.rewrapKeys()).toBe(0);
    await both.close();
    const later = await openStore({ uri, encryptionKey: newKey });
    expect(await namesIn(later)).toEqual(names);
    await later.close();
    const without = await openStore({ uri, encryptionKey: secrets.encryptionKey });
    await expect(namesIn(without)).rejects.toThrow();
    await without.close();
    const back = await openStore({ uri, encryptionKey: secrets.encryptionKey, previousEncryptionKey: newKey });
    expect(await back.rewrapKeys()).toBe(1);
    await back.close();
  });
});

async function namesIn(store: Awaited<ReturnType<typeof openStore>>): Promise<string[]> {
  const accessTokens = createAccessTokens(world.secrets.jwtSecret);
  const session = await Session.verify(bob.token ?? '', accessTokens, async () => true);
  if (!session) throw new Error('bob is signed in');
  const jira = await store.bindRepository(session).jiraConnection();
  const people = (await jira?.people.after(null, 100)) ?? [];
  return people.flatMap(({ displayName, avatarUrl }) =>
    avatarUrl === null ? [displayName] : [displayName, avatarUrl],
  );
}
