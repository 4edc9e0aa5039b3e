import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStream } from '../support/open-stream.ts';
import { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
let alice: Person;
/** How far the server's clock is ahead of ours, in ms. */
let ahead = 0;
const dayMs = 86_400_000;
beforeAll(async () => {
  world = await openWorld({ role: 'api', now: () => new Date(Date.now() + ahead) });
  database = await createConnection(world.databaseUri).asPromise();
  alice = await world.signUp('alice');
});
beforeEach(() => {
  ahead = 0;
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const create = `mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) {
  accessToken { id name scopes createdAt lastUsedAt expiresAt } token userErrors { code message field } } }`;
const list = '{ viewer { accessTokens { id name scopes lastUsedAt } } }';
const revoke = 'mutation ($id: ID!) { revokeAccessToken(id: $id) { ok userErrors { code message field } } }';
const whoAmI = '{ viewer { id email } }';

const made = async (input: object) => (await alice.get(create, { input })).createAccessToken;
const listed = async () => (await alice.get(list)).viewer.accessTokens;
const asToken = (text: string | null): Person => {
  const program = new Person(world.url, 'program');
  program.token = text;
  return program;
};

describe('createAccessToken', () => {
  it('shows the secret once, and keeps a hash of it and nothing that it could be made of.', async () => {
    const { accessToken, token, userErrors } = await made({ name: '  Nightly export ', scopes: ['READ'] });
    expect(userErrors).toEqual([]);
    expect(token).toMatch(/^qs_pat_[0-9a-f]{24}_[0-9a-f]{24}_[0-9A-Za-z]{49}$/);
    expect(accessToken).toMatchObject({ name: 'Nightly export', scopes: ['READ'], lastUsedAt: null });
    expect(Date.parse(accessToken.expiresAt) - Date.parse(accessToken.createdAt)).toBe(90 * dayMs);
    expect(JSON.stringify(await listed())).not.toContain(token.slice(57));
    const collections = (await database.db?.listCollections().toArray()) ?? [];
    for (const { name } of collections) {
      const rows = await database.db?.collection(name).find().toArray();
      expect(JSON.stringify(rows), name).not.toContain(token.slice(57, 100));
    }
  });

  it('lets WRITE ask too, and takes each scope once.', async () => {
    expect((await made({ name: 'a', scopes: ['WRITE'] })).accessToken.scopes).toEqual(['READ', 'WRITE']);
    expect((await made({ name: 'b', scopes: ['READ', 'READ'] })).accessToken.scopes).toEqual(['READ']);
  });

  it.each([
    ['no name', { name: '  ' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(101) }, 'name'],
    ['a name of two lines', { name: 'one\ntwo' }, 'name'],
    ['no scope', { scopes: [] }, 'scopes'],
    ['no day', { expiresInDays: 0 }, 'expiresInDays'],
    ['more than a year', { expiresInDays: 366 }, 'expiresInDays'],
  ])('refuses %s.', async (_what, wrong, field) => {
    const before = await listed();
    const answer = await made({ name: 'fine', scopes: ['READ'], ...wrong });
    expect(answer).toMatchObject({
      accessToken: null,
      token: null,
      userErrors: [{ code: 'INVALID', field: ['input', field] }],
    });
    expect(await listed()).toEqual(before);
  });

  it('takes the longest name and the longest life.', async () => {
    const { userErrors } = await made({ name: 'x'.repeat(100), scopes: ['READ'], expiresInDays: 365 });
    expect(userErrors).toEqual([]);
  });

  it('makes 50 that are good and not one more, also when several are asked for at once.', async () => {
    const bob = await world.signUp('bob-fifty');
    const input = { name: 'one of many', scopes: ['READ'] };
    for (let n = 0; n < 48; n += 1) await bob.get(create, { input: { ...input, expiresInDays: n < 24 ? 1 : 2 } });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => bob.get(create, { input: { ...input, expiresInDays: 2 } })),
    );
    const codes = answers.map(({ createAccessToken }) => createAccessToken.userErrors[0]?.code ?? 'MADE');
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'MADE', 'MADE']);
    expect((await bob.get(list)).viewer.accessTokens).toHaveLength(50);
    ahead = 1.5 * dayMs;
    expect((await bob.get(list)).viewer.accessTokens).toHaveLength(26);
    expect((await bob.get(create, { input })).createAccessToken.userErrors).toEqual([]);
  });
});

describe('A personal access token', () => {
  it("speaks for its viewer, and its use is told to the minute; the newest stands first in the viewer's list.", async () => {
    const { program, id } = await programOf(alice, world.url, ['READ'], { name: 'newest' });
    expect((await listed())[0]).toEqual({ id, name: 'newest', scopes: ['READ'], lastUsedAt: null });
    expect((await program.get(whoAmI)).viewer.email).toBe(alice.email);
    const first = (await listed())[0].lastUsedAt;
    expect(Math.abs(Date.parse(first) - Date.now())).toBeLessThan(60_000);
    ahead = 30_000;
    await program.get(whoAmI);
    expect((await listed())[0].lastUsedAt).toBe(first);
    ahead = 90_000;
    await program.get(whoAmI);
    expect(Date.parse((await listed())[0].lastUsedAt)).toBeGreaterThan(Date.parse(first) + 60_000);
  });

  it("spends its viewer's budget.", async () => {
    const { program } = await programOf(alice, world.url, ['READ']);
    const left = async (person: Person) => (await person.get('{ rateLimit { remaining } }')).rateLimit.remaining;
    const before = await left(alice);
    await program.get('{ viewer { jiraConnection { issues(first: 100) { nodes { key } } } } }');
    expect(await left(alice)).toBeLessThan(before - 90);
  });

  it('is refused at once when it is revoked, and from the moment at which it runs out.', async () => {
    const revoked = await programOf(alice, world.url, ['READ']);
    const shortLived = await programOf(alice, world.url, ['READ'], { expiresInDays: 1 });
    for (const { program } of [revoked, shortLived]) expect((await program.ask(whoAmI)).errors).toBeUndefined();
    expect((await alice.get(revoke, { id: revoked.id })).revokeAccessToken).toEqual({ ok: true, userErrors: [] });
    expect((await revoked.program.ask(whoAmI)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await alice.get(revoke, { id: revoked.id })).revokeAccessToken.userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    ahead = dayMs - 5_000;
    expect((await shortLived.program.ask(whoAmI)).errors).toBeUndefined();
    ahead = dayMs;
    expect((await shortLived.program.ask(whoAmI)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await listed()).map(({ id }: { id: string }) => id)).not.toContain(shortLived.id);
    expect((await alice.get('query ($id: ID!) { node(id: $id) { id } }', { id: shortLived.id })).node).toBeNull();
  });

  it('is forgotten by the database a week after it has run out.', async () => {
    const indexes = await database.db?.collection('access_tokens').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 7 * 86_400 }));
    expect(indexes).toContainEqual(expect.objectContaining({ key: { owner: 1, secretHash: 1 }, unique: true }));
  });

  it('outlives sign-outs and a new password: it is a program’s, and is revoked by itself.', async () => {
    const carla = await world.signUp('carla-keeps');
    const { program } = await programOf(carla, world.url, ['READ']);
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }';
    const { changePassword } = await carla.get(change, {
      input: { currentPassword: carla.password, newPassword: 'a new long password' },
    });
    carla.token = changePassword.accessToken;
    await carla.get('mutation { signOut(everywhere: true) { ok } }');
    expect((await program.ask(whoAmI)).errors).toBeUndefined();
  });

  it('holds a stream open, which ends when it is revoked and when it runs out.', async () => {
    const carla = await world.signUp('carla-streams');
    await carla.connectJira('Harbor', 'carla');
    const revoked = await programOf(carla, world.url, ['READ']);
    const shortLived = await programOf(carla, world.url, ['READ'], { expiresInDays: 1 });
    const query = 'subscription { syncProgress { state } }';
    const streams = await Promise.all(
      [revoked, shortLived].map(({ program }) => openStream(world.url, program, query)),
    );
    await until(
      async () => streams.map(({ text }) => text()),
      (texts) => texts.every((text) => text.includes('QUEUED')),
    );
    await carla.get(revoke, { id: revoked.id });
    await streams[0]?.ended;
    ahead = dayMs + 1_000;
    await streams[1]?.ended;
    expect(streams.map(({ status }) => status)).toEqual([200, 200]);
    const refused = await openStream(world.url, shortLived.program, query);
    await refused.ended;
    expect([refused.status, JSON.parse(refused.text()).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('of another cannot be revoked, and is answered like one that is missing or malformed.', async () => {
    const bob = await world.signUp('bob-foreign');
    const { id, program } = await programOf(alice, world.url, ['READ']);
    const answers = await Promise.all(
      [id, 'AccessToken.0123456789abcdef01234567', 'nonsense'].map((one) => bob.ask(revoke, { id: one })),
    );
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data.revokeAccessToken).toMatchObject({ ok: false, userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await program.ask(whoAmI)).errors).toBeUndefined();
  });

  it("does not work under another's name: owner and secret belong together.", async () => {
    const { crc32 } = await import('node:zlib');
    const { program } = await programOf(alice, world.url, ['READ']);
    const bob = await world.signUp('bob-borrows');
    const bobsId = (await bob.get(whoAmI)).viewer.id.split('.')[1];
    const [, , , tokenId, secret] = (program.token ?? '').split('_');
    const body = `qs_pat_${bobsId}_${tokenId}_${secret?.slice(0, 43)}`;
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    let [rest, checksum] = [crc32(body), ''];
    while (checksum.length < 6) {
      checksum = digits.charAt(rest % 62) + checksum;
      rest = Math.floor(rest / 62);
    }
    const { errors } = await asToken(body + checksum).ask(whoAmI);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('opens nothing to pages of other sites: no answer allows them to read it.', async () => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    const named = [...response.headers.keys()].filter((name) => name.startsWith('access-control'));
    expect(named).toEqual([]);
  });
});
