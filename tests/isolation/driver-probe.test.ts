import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, brought, made, review } from '../support/ask-actions.ts';
import { ownerlessParts } from '../support/ownerless-parts.ts';
import type { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { settle } from '../support/settle.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
const commands: CommandStartedEvent[] = [];
beforeAll(async () => {
  world = await openWorld({ onCommand: (event) => commands.push(event) });
});
afterAll(() => world.close());

/** Asks for something about personal data and waits until it is done. */
async function ended(person: Person, mutation: string) {
  const answer = await person.get(`mutation { request: ${mutation} { dataRequest { id } userErrors { message } } }`);
  expect(answer.request.userErrors).toEqual([]);
  const query = 'query ($id: ID!) { node(id: $id) { ... on DataRequest { status downloadUrl } } }';
  return until(
    async () => (await person.get(query, { id: answer.request.dataRequest.id })).node,
    ({ status }) => status === 'COMPLETED',
    20,
  );
}

const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';

describe('Every command that reaches MongoDB', () => {
  it('names its owner, in all that a person does and in all that is done for them.', async () => {
    const alice = await world.signUp('alice');
    await alice.connectJira('Harbor');
    await alice.synced();
    await alice.ask('mutation { refreshSession { accessToken } }');
    await alice.get(`{ viewer { email sessions { id } jiraConnection {
      projects { totalCount nodes { id } } people { totalCount nodes { id } } named: people(text: "a") { nodes { id } } teams { members { nodes { id } } projects { key } } statuses { stage { name } }
      stages { id name kind statuses { id } }
      issues(first: 100, filter: { text: "a" }) { totalCount nodes { key project { key } status { name } assignee { displayName } reporter { displayName } team { name } parent { key } timeline { kind } } }
      syncStatus { state } syncHistory { nodes { id } } investigation { bottlenecks { sentence } } analytics { cycleTimes { basis { n } } } } } }`);
    const { projects, people } = (
      await alice.get('{ viewer { jiraConnection { projects { nodes { id } } people { nodes { id displayName } } } } }')
    ).viewer.jiraConnection;
    const { saveTeam } = await alice.get(
      'mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id members { nodes { id } } } } }',
      { input: { name: 'Mine', projectIds: [projects.nodes[0].id], memberIds: [people.nodes[0].id] } },
    );
    await alice.get('mutation ($id: ID!) { deleteTeam(id: $id) { ok } }', { id: saveTeam.team.id });
    await alice.get('mutation { updateSettings(input: { locale: "de" }) { settings { locale } } }');
    await alice.get('mutation { updateCostModel(input: { version: 1, burden: 1.4 }) { costModel { version } } }');
    await alice.get(
      '{ viewer { settings { costModelVersions { nodes { savedAt } } costModelVersion(version: 1) { savedAt } } } }',
    );
    await alice.get('mutation { lockMonth(month: "2026-01-01") { userErrors { code } } }');
    await alice.get('{ viewer { jiraConnection { lockedMonths { month } } } }');
    await alice.get('mutation { unlockMonth(month: "2026-01-01") { ok } }');
    const action = await made(alice, { idempotencyKey: 'once', ownerId: people.nodes[0].id });
    await made(alice, { idempotencyKey: 'once', ownerId: people.nodes[0].id });
    await review(alice, (await brought(alice, action, 'ACCEPTED', 'IN_PROGRESS', 'DONE')).id);
    await actionsOf(alice);
    await alice.get('{ viewer { jiraConnection { recommendations { title } } } }');
    await alice.get(signIn, { input: { email: alice.email, password: 'a wrong one' } });
    const { program, id } = await programOf(alice, world.url, ['WRITE']);
    await program.get('{ viewer { email jiraConnection { id } } }');
    await alice.get('{ viewer { accessTokens { id } auditLog { nodes { id } } } }');
    await alice.get('mutation ($id: ID!) { revokeAccessToken(id: $id) { ok } }', { id });
    await ended(alice, 'exportPersonalData(input: { me: true })');
    const [{ id: personId, displayName: confirm }] = people.nodes;
    const archive = await ended(alice, `exportPersonalData(input: { personId: "${personId}" })`);
    expect((await fetch(archive.downloadUrl)).status).toBe(200);
    await ended(alice, `erasePersonalData(input: { personId: "${personId}", confirm: ${JSON.stringify(confirm)} })`);
    await alice.get('mutation { signOut { ok } }');
    alice.token = (
      await alice.get(signIn, { input: { email: alice.email, password: alice.password } })
    ).signIn.accessToken;
    await alice.sync();
    await alice.disconnect();
    await settle(world);
    const input = { password: alice.password, confirm: alice.email };
    await alice.get('mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { ok } }', { input });
    await until(
      async () =>
        commands.some(({ commandName, command }) => commandName === 'delete' && command.delete === 'audit_heads'),
      Boolean,
      20,
    );
    expect(commands.length).toBeGreaterThan(100);
    const ownerless = commands.flatMap((event) => ownerlessParts(event.commandName, event.command));
    expect(ownerless).toEqual([]);
  });

  it('would be found out if it did not.', () => {
    expect(ownerlessParts('find', { find: 'issues', filter: { id: '1' } })).toHaveLength(1);
    expect(ownerlessParts('update', { update: 'issues', updates: [{ q: { owner: 1 } }, { q: {} }] })).toHaveLength(1);
    expect(ownerlessParts('delete', { delete: 'issues', deletes: [{ q: {} }] })).toHaveLength(1);
    expect(ownerlessParts('insert', { insert: 'issues', documents: [{}] })).toHaveLength(1);
    expect(ownerlessParts('aggregate', { aggregate: 'issues', pipeline: [{ $group: {} }] })).toHaveLength(1);
    expect(ownerlessParts('findAndModify', { findAndModify: 'issues', query: {} })).toHaveLength(1);
    expect(ownerlessParts('mapReduce', { mapReduce: 'issues' })).toHaveLength(1);
  });
});
