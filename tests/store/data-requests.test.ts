import { createHash } from 'node:crypto';
import { type Connection, createConnection, Types } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
let carla: Person;
let person: { id: string; displayName: string };
beforeAll(async () => {
  world = await openWorld();
  database = await createConnection(world.databaseUri).asPromise();
  const site = world.sandbox.world.site('Harbor');
  const [issue] = [...site.state.issues.values()];
  const reporter = issue?.fields.reporter as { displayName: string };
  site.editIssue(issue?.key ?? '', { summary: `For ${reporter.displayName}` });
  carla = await world.signUp('carla');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
  const { people } = (
    await carla.get('{ viewer { jiraConnection { people(first: 100) { nodes { id displayName } } } } }')
  ).viewer.jiraConnection;
  person = people.nodes.find(({ displayName }: { displayName: string }) => displayName === reporter.displayName);
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const requestOf = async (mutation: string, input: object): Promise<string> => {
  const type = mutation === 'exportPersonalData' ? 'DataSubjectInput' : 'ErasePersonalDataInput';
  const query = `mutation ($input: ${type}!) { request: ${mutation}(input: $input) { dataRequest { id } userErrors { message } } }`;
  return (await carla.get(query, { input })).request.dataRequest.id;
};
const fields = 'status reason downloadUrl steps { store done } receipt { sha256 counts { store rows } }';
const node = async (id: string) =>
  (await carla.get(`query ($id: ID!) { node(id: $id) { ... on DataRequest { ${fields} } } }`, { id })).node;
const rowId = (id: string): Types.ObjectId => new Types.ObjectId(id.split('.')[1]);
/** Lets no row of issues be written, as a database that refuses them does. */
const refuse = (validator: object) => database.db?.command({ collMod: 'issues', validator });
const summaries = async (): Promise<string> =>
  JSON.stringify(
    await database
      .collection('issues')
      .find({}, { projection: { summary: 1, words: 1 } })
      .toArray(),
  );

it('An export that was broken off is made anew, without what the first try has left.', async () => {
  const id = await requestOf('exportPersonalData', { personId: person.id });
  const first = await until(
    () => node(id),
    ({ status }) => status === 'COMPLETED',
  );
  // As a worker leaves it that dies between storing the archive and saying so.
  const request = rowId(id);
  const owner = (await database.collection('data_requests').findOne({ _id: request }))?.owner;
  await database
    .collection('data_requests')
    .updateOne(
      { _id: request },
      { $set: { status: 'RUNNING', receipt: null, secretHash: null, sealedSecret: null, downloadExpiresAt: null } },
    );
  const left = { owner, request, number: 7, sealed: 'what is left', expiresAt: new Date('2090-01-01') };
  await database.collection('export_parts').insertOne(left);
  const due = { _id: request, owner, work: 'EXPORT', dueAt: new Date(0), connections: [], passes: 0 };
  await database.collection('due_requests').insertOne(due);
  const second = await until(
    () => node(id),
    ({ status }) => status === 'COMPLETED',
  );
  expect(second.receipt.counts).toEqual(first.receipt.counts);
  expect(second.downloadUrl).not.toBe(first.downloadUrl);
  expect((await fetch(first.downloadUrl)).status).toBe(404);
  const archive = Buffer.from(await (await fetch(second.downloadUrl)).arrayBuffer());
  expect(createHash('sha256').update(archive).digest('hex')).toBe(second.receipt.sha256);
});

it('An erasure that is broken off half-way goes on, and is given up after the fifth failure.', async () => {
  await refuse({ summary: 'nothing' });
  const id = await requestOf('erasePersonalData', { personId: person.id, confirm: person.displayName });
  const requests = database.collection('data_requests');
  await until(
    () => requests.findOne({ _id: rowId(id) }),
    (row) => row?.failures > 0,
  );
  const broken = await node(id);
  expect(broken).toMatchObject({ status: 'RUNNING', receipt: null });
  expect(broken.steps.filter(({ done }: { done: boolean }) => done)).toEqual([{ store: 'people', done: true }]);
  expect(await summaries()).toContain(person.displayName);
  await requests.updateOne({ _id: rowId(id) }, { $set: { failures: 4 } });
  const over = await until(
    () => node(id),
    ({ status }) => status === 'FAILED',
  );
  expect(over.reason).toContain('Ask for it again');

  // Whoever asks again finds the pseudonym, and what is left goes.
  const { viewer } = await carla.get(
    '{ viewer { jiraConnection { people(first: 100) { nodes { id displayName } } } } }',
  );
  const { displayName: confirm } = viewer.jiraConnection.people.nodes.find(
    ({ id: one }: { id: string }) => one === person.id,
  );
  expect(confirm).toMatch(/^Former colleague/);
  await refuse({});
  const again = await requestOf('erasePersonalData', { personId: person.id, confirm });
  await until(
    () => node(again),
    ({ status }) => status === 'COMPLETED',
  );
  const left = await summaries();
  expect(left).not.toContain(person.displayName);
  expect(left).toContain(`For ${confirm}`);
});

it('Giving the connection up ends what was asked for about its people.', async () => {
  const archive = await requestOf('exportPersonalData', { personId: person.id });
  const { downloadUrl } = await until(
    () => node(archive),
    ({ status }) => status === 'COMPLETED',
  );
  const [other] = (
    await carla.get('{ viewer { jiraConnection { people(first: 100) { nodes { id displayName } } } } }')
  ).viewer.jiraConnection.people.nodes.filter(({ id }: { id: string }) => id !== person.id);
  // It waits, since its connection is held by another worker.
  const busy = { $set: { leaseUntil: new Date('2090-01-01') } };
  await database.collection('connections').updateOne({ current: true }, busy);
  const erasure = await requestOf('erasePersonalData', { personId: other.id, confirm: other.displayName });
  expect((await node(erasure)).status).toBe('QUEUED');
  await carla.disconnect();
  expect(
    await until(
      () => node(erasure),
      ({ status }) => status !== 'QUEUED',
    ),
  ).toMatchObject({ status: 'COMPLETED', reason: expect.stringContaining('given up') });
  expect((await fetch(downloadUrl)).status).toBe(404);
  expect(await node(archive)).toMatchObject({ downloadUrl: null });
  expect(await database.collection('export_parts').countDocuments()).toBe(0);
});
