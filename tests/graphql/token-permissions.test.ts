import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leastArguments } from '../support/least-arguments.ts';
import type { Answer, Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { openWorld, type World } from '../support/world.ts';

/** Who may send which mutation. A new one has to be put in one of the rows. */
const table = {
  anybody: ['refreshSession', 'signIn', 'signUp'],
  write: [
    'cancelSync',
    'createAction',
    'deleteTeam',
    'lockMonth',
    'reviewAction',
    'saveTeam',
    'startSync',
    'unlockMonth',
    'updateAction',
    'updateCostModel',
    'updateSettings',
    'updateStages',
  ],
  inPerson: [
    'beginJiraConnection',
    'changePassword',
    'chooseJiraSite',
    'completeJiraConnection',
    'createAccessToken',
    'deleteAccount',
    'disconnectJira',
    'erasePersonalData',
    'exportPersonalData',
    'revokeAccessToken',
    'revokeSession',
    'signOut',
  ],
};
const inPersonFields = ['accessTokens', 'auditLog', 'dataRequests', 'sessions'];

let world: World;
let schema: GraphQLSchema;
let alice: Person;
let reader: Person;
let writer: Person;
beforeAll(async () => {
  world = await openWorld({ role: 'api' });
  alice = await world.signUp('alice');
  schema = buildClientSchema((await alice.get(getIntrospectionQuery())) as never);
  reader = (await programOf(alice, world.url, ['READ'], { name: 'reader' })).program;
  writer = (await programOf(alice, world.url, ['WRITE'], { name: 'writer' })).program;
});
afterAll(() => world.close());

const fieldsOf = (type: string): GraphQLField<unknown, unknown>[] => {
  const named = schema.getType(type);
  return named && 'getFields' in named ? (Object.values(named.getFields()) as GraphQLField<unknown, unknown>[]) : [];
};

const mutationOf = (name: string): string => {
  const field = fieldsOf('Mutation').find((candidate) => candidate.name === name);
  if (!field) throw new Error(`there is no mutation ${name}`);
  return `mutation { ${name}${leastArguments(field)} { userErrors { code } } }`;
};

const codeOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions?.code;

describe('A personal access token', () => {
  it('has a rule for every mutation there is.', () => {
    const names = fieldsOf('Mutation').map(({ name }) => name);
    expect(names.sort()).toEqual(Object.values(table).flat().sort());
  });

  it.each(table.write)('with WRITE may %s; one with READ may not, nor may nobody.', async (name) => {
    const mutation = mutationOf(name);
    expect(codeOf(await world.stranger().ask(mutation))).toBe('UNAUTHENTICATED');
    const refused = await reader.ask(mutation);
    expect(codeOf(refused)).toBe('FORBIDDEN');
    expect(refused.errors?.[0]?.message).toBe('This token may only read. To change something takes WRITE.');
    expect(['FORBIDDEN', 'UNAUTHENTICATED']).not.toContain(codeOf(await writer.ask(mutation)));
  });

  it.each(table.inPerson)('may not %s, whatever its scopes.', async (name) => {
    const mutation = mutationOf(name);
    expect(codeOf(await world.stranger().ask(mutation))).toBe('UNAUTHENTICATED');
    for (const program of [reader, writer]) {
      const refused = await program.ask(mutation);
      expect(codeOf(refused)).toBe('FORBIDDEN');
      expect(refused.errors?.[0]?.message).toBe('No personal access token may do this. Sign in at a browser.');
    }
  });

  it.each(inPersonFields)('does not read Viewer.%s.', async (name) => {
    for (const program of [reader, writer])
      expect(codeOf(await program.ask(`{ viewer { ${name} { __typename } } }`))).toBe('FORBIDDEN');
  });

  it('reads everything else of the viewer.', async () => {
    const others = fieldsOf('Viewer').filter(({ name }) => !inPersonFields.includes(name));
    const selection = others.map(({ name, type }) =>
      isLeafType(getNamedType(type)) ? name : `${name} { __typename }`,
    );
    expect((await reader.get(`{ viewer { ${selection.join(' ')} } }`)).viewer).toMatchObject({ email: alice.email });
  });

  it('finds no session, token or entry of the log by its id; the viewer at a browser does.', async () => {
    const { viewer } = await alice.get(
      '{ viewer { sessions { id } accessTokens { id } auditLog(first: 1) { nodes { id } } } }',
    );
    const ids = [viewer.sessions[0].id, viewer.accessTokens[0].id, viewer.auditLog.nodes[0].id];
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await alice.get(nodes, { ids })).nodes).toEqual(ids.map((id) => ({ id })));
    expect((await writer.get(nodes, { ids })).nodes).toEqual([null, null, null]);
  });

  it('does not become a way in: who has just signed in reads their sessions in the same answer.', async () => {
    const input = { email: alice.email, password: alice.password };
    const { signIn } = await writer.get(
      'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { sessions { current } } } }',
      { input },
    );
    expect(signIn.viewer.sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
  });
});
