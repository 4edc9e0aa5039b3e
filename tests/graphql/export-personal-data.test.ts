import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { tracesOf } from '../support/rows/traces.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
let alice: Person;
let bob: Person;
let folder: string;
let aheadMs = 0;
beforeAll(async () => {
  world = await openWorld({ now: () => new Date(Date.now() + aheadMs) });
  database = await createConnection(world.databaseUri).asPromise();
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  alice = await world.signUp('alice');
  bob = await world.signUp('bob');
  await alice.connectJira('Harbor');
  await alice.synced();
});
beforeEach(() => {
  aheadMs = 0;
});
afterAll(async () => {
  await database.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const request =
  'id kind subject status requestedAt dueBy steps { store rows done } receipt { sha256 counts { store rows } } downloadUrl downloadExpiresAt reason';
const ask = async (person: Person, input: object) =>
  (
    await person.get(
      `mutation ($input: DataSubjectInput!) { exportPersonalData(input: $input) { dataRequest { ${request} } userErrors { code field } } }`,
      { input },
    )
  ).exportPersonalData;
const node = async (person: Person, id: string) =>
  (await person.get(`query ($id: ID!) { node(id: $id) { ... on DataRequest { ${request} } } }`, { id })).node;
const exported = async (person: Person, input: object) => {
  const { dataRequest, userErrors } = await ask(person, input);
  expect(userErrors).toEqual([]);
  expect(dataRequest).toMatchObject({ kind: 'EXPORT' });
  return until(
    () => node(person, dataRequest.id),
    ({ status }) => status === 'COMPLETED' || status === 'FAILED',
  );
};
const download = async (url: string) => {
  const response = await fetch(url);
  return { response, archive: Buffer.from(await response.arrayBuffer()) };
};
const unpack = async (archive: Buffer): Promise<Record<string, string>> => {
  const path = join(folder, 'archive.zip');
  await writeFile(path, archive);
  const script =
    'import json, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({n: z.read(n).decode() for n in z.namelist()}))';
  const { stdout } = await promisify(execFile)('python3', ['-c', script, path], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
};
const people = async () =>
  (await alice.get('{ viewer { jiraConnection { people(first: 20) { nodes { id displayName } } } } }')).viewer
    .jiraConnection.people.nodes;

describe('exportPersonalData', () => {
  it('gives the viewer all that is theirs, once, as JSON and CSV.', async () => {
    await programOf(alice, world.url, ['READ'], { name: '=HYPERLINK("x")' });
    const made = await exported(alice, { me: true });
    expect(made).toMatchObject({ subject: 'me', status: 'COMPLETED', reason: null });
    expect(made.downloadUrl).toMatch(new RegExp(`^${world.url}/exports/[0-9a-f]{24}/[\\w-]{59}$`));
    expect(Date.parse(made.downloadExpiresAt) - Date.now()).toBeLessThanOrEqual(86_400_000);
    expect(made.steps.every(({ done }: { done: boolean }) => done)).toBe(true);
    // Neither the address nor what is in the archive can be read in the database.
    const secret = made.downloadUrl.split('/').at(-1);
    if (!database.db) throw new Error('the database is not there');
    expect(await tracesOf(database.db, [secret, 'account.json'])).toEqual([]);

    const { response, archive } = await download(made.downloadUrl);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(createHash('sha256').update(archive).digest('hex')).toBe(made.receipt.sha256);
    const files = await unpack(archive);
    for (const { store, rows } of made.receipt.counts) {
      expect(JSON.parse(files[`${store}.json`] ?? ''), store).toHaveLength(rows);
      expect(files[`${store}.csv`], store).toBeDefined();
    }
    expect(JSON.parse(files['account.json'] ?? '')).toMatchObject([{ email: alice.email, name: alice.name }]);
    expect(JSON.parse(files['audit_log.json'] ?? '').length).toBeGreaterThan(2);
    expect(files['access_tokens.csv']).toContain(`"'=HYPERLINK(""x"")"`);
    const everything = Object.values(files).join('\n');
    expect(everything).not.toMatch(/argon2|secretHash|refreshHash|wrappedKey|sealed|qs_pat_[0-9a-f]{24}/);

    await until(
      () => node(alice, made.id),
      ({ downloadUrl }) => downloadUrl === null,
    );
    expect((await download(made.downloadUrl)).response.status).toBe(404);
    expect(await database.collection('export_parts').countDocuments()).toBe(0);
    const log = await alice.get('{ viewer { auditLog(first: 3) { nodes { action detail } } } }');
    expect(log.viewer.auditLog.nodes.map(({ action }: { action: string }) => action)).toEqual([
      'EXPORT_DOWNLOADED',
      'EXPORT_REQUESTED',
      'TOKEN_CREATED',
    ]);
  });

  it('gives what is kept of a person of the connected Jira, and of nobody else.', async () => {
    const [person, other] = await people();
    const made = await exported(alice, { personId: person.id });
    expect(made.subject).toBe(person.id.split('.').slice(2).join('.'));
    const files = await unpack((await download(made.downloadUrl)).archive);
    expect(JSON.parse(files['person.json'] ?? '')).toMatchObject([{ displayName: person.displayName }]);
    const own = await alice.get(
      'query ($id: ID!) { viewer { jiraConnection { issues(filter: { assigneeIds: [$id] }) { totalCount } } } }',
      { id: person.id },
    );
    const issues: { role: string }[] = JSON.parse(files['issues.json'] ?? '');
    expect(issues.filter(({ role }) => role === 'ASSIGNEE')).toHaveLength(own.viewer.jiraConnection.issues.totalCount);
    expect(JSON.parse(files['history.json'] ?? '').length).toBeGreaterThan(0);
    expect(JSON.parse(files['comments_and_work.json'] ?? '').length).toBeGreaterThan(0);
    expect(files['person.csv']).not.toContain(other.displayName);
  });

  it('takes exactly one subject, and tells a foreign person from nobody in no way.', async () => {
    const [person] = await people();
    const invalid = { dataRequest: null, userErrors: [{ code: 'INVALID', field: ['input'] }] };
    for (const input of [{}, { me: false }, { me: true, personId: person.id }])
      expect(await ask(alice, input)).toEqual(invalid);
    const unknown = [{ code: 'NOT_FOUND', field: ['input', 'personId'] }];
    expect((await ask(alice, { personId: `${person.id}0` })).userErrors).toEqual(unknown);
    expect((await ask(alice, { personId: 'nobody' })).userErrors).toEqual(unknown);
    expect((await ask(bob, { personId: person.id })).userErrors).toEqual([{ code: 'NOT_CONNECTED', field: null }]);
  });

  it('is answered at its address for a day, by nobody who guesses, and shown to nobody else.', async () => {
    const made = await exported(alice, { me: true });
    const address: string = made.downloadUrl;
    const wrong = [
      address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A'),
      `${address}x`,
      address.replace(/exports\/[0-9a-f]{24}/, `exports/${'0'.repeat(24)}`),
      address.replace(/\/[\w-]{59}$/, '/nothing'),
      `${world.url}/exports/`,
    ];
    for (const url of wrong) {
      const { response, archive } = await download(url);
      expect([response.status, archive.toString()], url).toEqual([404, '{"ok":false}']);
    }
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(404);
    expect(await node(bob, made.id)).toBeNull();
    expect((await bob.get('{ viewer { dataRequests { nodes { id } } } }')).viewer.dataRequests.nodes).toEqual([]);
    const { program } = await programOf(alice, world.url, ['WRITE']);
    expect(await node(program, made.id)).toBeNull();
    aheadMs = 86_400_001;
    expect((await fetch(address)).status).toBe(404);
    aheadMs = 0;
    const [first, second] = await Promise.all([download(address), download(address)]);
    expect([first.response.status, second.response.status].sort()).toEqual([200, 404]);
  });

  it('lists requests newest first, twenty of them open at most.', async () => {
    const refused: string[] = [];
    for (let count = 0; count < 21; count += 1) {
      const { userErrors } = await ask(bob, { me: true });
      refused.push(...userErrors.map(({ code }: { code: string }) => code));
    }
    expect(refused).toEqual(['CONFLICT']);
    const page = async (after: string | null) =>
      (
        await bob.get(
          'query ($after: String) { viewer { dataRequests(first: 15, after: $after) { nodes { id requestedAt dueBy } pageInfo { hasNextPage endCursor } } } }',
          { after },
        )
      ).viewer.dataRequests;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    const ids: string[] = [...first.nodes, ...second.nodes].map(({ id }) => id);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, new Set(ids).size]).toEqual([true, false, 20]);
    expect(ids).toEqual([...ids].sort().reverse());
    const days = (Date.parse(first.nodes[0].dueBy) - Date.parse(first.nodes[0].requestedAt)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(28);
    expect(days).toBeLessThanOrEqual(31);
  });
});
