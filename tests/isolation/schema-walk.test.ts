import { buildClientSchema, type GraphQLObjectType, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { made } from '../support/ask-actions.ts';
import type { Answer, Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { select, takesId } from '../support/walk-fields.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let bob: Person;
let idsOfBob: Map<string, string>;

beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  bob = await world.signUp('bob');
  await alice.connectJira('Harbor');
  await bob.connectJira('Lakeside', 'bob');
  await Promise.all([alice.synced(), bob.synced()]);
  // With what shows whose it is, for the walk through every field.
  for (const person of [alice, bob])
    await made(person, { title: `What ${person.name} tries`, note: `By ${person.name}` });
  for (const person of [alice, bob])
    await person.get('mutation { exportPersonalData(input: { me: true }) { userErrors { code } } }');
  for (const person of [alice, bob]) await programOf(person, world.url, ['READ'], { name: `of ${person.name}` });
  idsOfBob = await oneIdOfEachType(bob);
});
afterAll(() => world.close());

const ids = `{ viewer { id sessions { id } accessTokens { id } auditLog(first: 1) { nodes { id } } dataRequests(first: 1) { nodes { id } } jiraConnection { id projects(first: 1) { nodes { id } } people(first: 1) { nodes { id } } teams { id } statuses { id }
  stages { id } issues(first: 1) { nodes { id key } } syncHistory(first: 1) { nodes { id } } actions(first: 1) { nodes { id title version } } recommendations(limit: 1) { id } } } }`;

async function oneIdOfEachType(person: Person): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { id } = value as { id?: unknown };
    if (typeof id === 'string') found.set(id.split('.')[0] ?? '', id);
    Object.values(value).forEach(collect);
  };
  collect(await person.get(ids));
  return found;
}

/** The same id with another native part: of the right form, and of nothing. */
const missing = (id: string): string => {
  const [type, connection, native] = id.split('.');
  return native === undefined
    ? `${type}.0123456789abcdef01234567`
    : `${type}.${connection}.${'0'.repeat(native.length)}`;
};

/** What a caller can see of an answer. */
const visible = ({ status, data, errors }: Answer): string => JSON.stringify({ status, data, errors });

describe("Asking as one tenant with another's ids", () => {
  it('finds ids of every type that there is.', () => {
    expect([...idsOfBob.keys()].sort()).toEqual(
      [
        'AccessToken',
        'Action',
        'AuditEvent',
        'DataRequest',
        'Issue',
        'JiraConnection',
        'Person',
        'Project',
        'Recommendation',
        'Session',
        'Stage',
        'Status',
        'SyncRun',
        'Team',
        'Viewer',
      ].sort(),
    );
  });

  it("answers `node` for a foreign, a missing and a malformed id alike, and for one's own with the thing.", async () => {
    const node = 'query ($id: ID!) { node(id: $id) { id __typename } }';
    for (const [type, id] of idsOfBob) {
      const [foreign, absent, malformed] = await Promise.all(
        [id, missing(id), 'no id at all'].map((value) => alice.ask(node, { id: value })),
      );
      expect(foreign?.data, type).toEqual({ node: null });
      expect(foreign && visible(foreign)).toBe(absent && visible(absent));
      expect(foreign && visible(foreign)).toBe(malformed && visible(malformed));
      expect((await bob.get(node, { id })).node).toEqual({ id, __typename: type });
    }
    const all = await alice.get('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [...idsOfBob.values()] });
    expect(new Set(all.nodes)).toEqual(new Set([null]));
  });

  it('answers every mutation that takes an id with a foreign one as with a missing one, and changes nothing of its owner.', async () => {
    const before = await bob.get(ids);
    const schema = buildClientSchema((await alice.get(getIntrospectionQuery())) as never);
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => takesId(field));
    expect(mutations.map((field) => field.name).sort()).toEqual([
      'cancelSync',
      'chooseJiraSite',
      'createAction',
      'deleteTeam',
      'erasePersonalData',
      'exportPersonalData',
      'reviewAction',
      'revokeAccessToken',
      'revokeSession',
      'saveTeam',
      'updateAction',
      'updateStages',
    ]);
    /** Type of the id, arguments, and what is asked for, of those that take one id. */
    const plainly: Readonly<Record<string, readonly [type: string, taken: string, told: string]>> = {
      cancelSync: ['SyncRun', 'runId: $id', 'run { id }'],
      chooseJiraSite: ['JiraConnection', 'cloudId: $id', 'jiraConnection { id }'],
      deleteTeam: ['Team', 'id: $id', 'ok'],
      erasePersonalData: ['Person', 'input: { personId: $id, confirm: "Somebody" }', 'dataRequest { id }'],
      exportPersonalData: ['Person', 'input: { personId: $id }', 'dataRequest { id }'],
      reviewAction: ['Action', 'id: $id', 'action { id }'],
      revokeAccessToken: ['AccessToken', 'id: $id', 'ok'],
      revokeSession: ['Session', 'id: $id', 'ok'],
    };
    const ask = (name: string, id: (type: string) => string): Promise<Answer> => {
      if (name === 'createAction')
        return createAction({ stageId: id('Stage'), teamId: id('Team'), ownerId: id('Person') });
      if (name === 'updateAction') return updateAction({ id: id('Action'), title: 'Mine' });
      if (name === 'saveTeam') return saveTeam({ id: id('Team'), name: 'Mine', projectIds: [] });
      const [type, taken, told] = plainly[name] ?? [];
      if (type)
        return alice.ask(`mutation ($id: ID!) { ${name}(${taken}) { ${told} userErrors { code message field } } }`, {
          id: id(type),
        });
      return alice.ask(
        'mutation ($input: UpdateStagesInput!) { updateStages(input: $input) { stages { id } userErrors { code message field } } }',
        { input: { stages: [{ id: id('Stage'), name: 'Mine', kind: 'DONE', statusIds: [id('Status')] }] } },
      );
    };
    const saveTeam = (input: object): Promise<Answer> =>
      alice.ask(
        'mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } userErrors { code message field } } }',
        { input },
      );
    const plain = { title: 'Mine', metric: 'THROUGHPUT', target: 1, reviewOn: '2030-01-01' };
    const createAction = (input: object): Promise<Answer> =>
      alice.ask(
        'mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } userErrors { code message field } } }',
        { input: { ...plain, ...input } },
      );
    const updateAction = (input: object): Promise<Answer> =>
      alice.ask(
        'mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { id } userErrors { code message field } } }',
        { input: { version: 1, ...input } },
      );
    const named = { stageId: 'Stage', teamId: 'Team', ownerId: 'Person', recommendationId: 'Recommendation' };
    for (const [field, type] of Object.entries(named)) {
      const foreign = await createAction({ [field]: idsOfBob.get(type) });
      expect(visible(foreign), field).toBe(visible(await createAction({ [field]: missing(idsOfBob.get(type) ?? '') })));
      expect(visible(foreign), field).toBe(visible(await createAction({ [field]: 'no id at all' })));
      expect(foreign.data.createAction, field).toMatchObject({
        action: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['input', field] }],
      });
    }
    const { id: ownAction } = (await alice.get(ids)).viewer.jiraConnection.actions.nodes[0];
    const owned = (id: string) => updateAction({ id: ownAction, ownerId: id });
    expect(visible(await owned(idsOfBob.get('Person') ?? ''))).toBe(
      visible(await owned(missing(idsOfBob.get('Person') ?? ''))),
    );
    for (const type of ['Project', 'Person']) {
      const named = (id: string) => ({
        name: 'Mine',
        projectIds: type === 'Project' ? [id] : [],
        memberIds: type === 'Person' ? [id] : [],
      });
      const foreign = await saveTeam(named(idsOfBob.get(type) ?? ''));
      const absent = await saveTeam(named(missing(idsOfBob.get(type) ?? '')));
      expect(visible(foreign), type).toBe(visible(absent));
      expect(foreign.data.saveTeam, type).toMatchObject({ team: null, userErrors: [{ code: 'INVALID' }] });
    }
    for (const { name } of mutations) {
      const foreign = await ask(name, (type) => idsOfBob.get(type) ?? '');
      const absent = await ask(name, (type) => missing(idsOfBob.get(type) ?? ''));
      expect(visible(foreign), name).toBe(visible(absent));
      expect(JSON.stringify(foreign.data), name).toContain('"userErrors":[{');
    }
    expect(await bob.get(ids)).toEqual(before);
  });

  it('finds nothing through any id argument below the viewer.', async () => {
    const filter = {
      projectIds: ['Project'],
      teamIds: ['Team'],
      assigneeIds: ['Person'],
      statusIds: ['Status'],
      stageIds: ['Stage'],
    };
    for (const [name, [type]] of Object.entries(filter)) {
      const query =
        'query ($filter: IssueFilter) { viewer { jiraConnection { issues(filter: $filter) { totalCount nodes { key } } } } }';
      const foreign = await alice.get(query, { filter: { [name]: [idsOfBob.get(type ?? '')] } });
      expect(foreign.viewer.jiraConnection.issues, name).toEqual({ totalCount: 0, nodes: [] });
    }
    for (const scope of [{ projectIds: [idsOfBob.get('Project')] }, { teamIds: [idsOfBob.get('Team')] }]) {
      const query =
        'query ($scope: ScopeInput) { viewer { jiraConnection { analytics(scope: $scope) { cycleTimes { basis { n } } } investigation(scope: $scope) { bottlenecks { bottlenecks { arrivals occupancy } } } } } }';
      const { analytics, investigation } = (await alice.get(query, { scope })).viewer.jiraConnection;
      expect(analytics.cycleTimes.basis.n).toBe(0);
      for (const stage of investigation.bottlenecks.bottlenecks) expect(stage).toEqual({ arrivals: 0, occupancy: 0 });
    }
    const stage =
      'query ($id: ID!) { viewer { jiraConnection { investigation { stage(id: $id) { stage { id } handoffs } } } } }';
    const action = 'query ($id: ID!) { viewer { jiraConnection { action(id: $id) { id } } } }';
    for (const id of [idsOfBob.get('Action') ?? '', missing(idsOfBob.get('Action') ?? ''), 'no id at all'])
      expect((await alice.get(action, { id })).viewer.jiraConnection, id).toEqual({ action: null });
    for (const id of [idsOfBob.get('Stage') ?? '', missing(idsOfBob.get('Stage') ?? ''), 'no id at all'])
      expect((await alice.get(stage, { id })).viewer.jiraConnection.investigation, id).toEqual({ stage: null });
  });

  it("answers the key of another's issue as one that does not exist.", async () => {
    const query = `query ($key: String!) { viewer { jiraConnection { issue(key: $key) { id } investigation { issue(key: $key) { issue { id } timeline { from } } } } } }`;
    const keysOf = async (person: Person): Promise<string[]> => {
      const answer = await person.get('{ viewer { jiraConnection { issues(first: 100) { nodes { key } } } } }');
      return answer.viewer.jiraConnection.issues.nodes.map(({ key }: { key: string }) => key);
    };
    const own = new Set(await keysOf(alice));
    const foreign = (await keysOf(bob)).filter((key) => !own.has(key)).slice(0, 5);
    expect(foreign).toHaveLength(5);
    const absent = await alice.ask(query, { key: 'NONE-1' });
    expect(absent.data.viewer.jiraConnection).toEqual({ issue: null, investigation: { issue: null } });
    for (const key of foreign) {
      expect(visible(await alice.ask(query, { key })), key).toBe(visible(absent));
      expect((await bob.get(query, { key })).viewer.jiraConnection.investigation.issue.timeline).not.toEqual([]);
    }
  });

  it("shows, through every field that can be reached from the viewer, no word of the other's.", async () => {
    const schema = buildClientSchema((await alice.get(getIntrospectionQuery())) as never);
    const viewer = schema.getType('Viewer') as GraphQLObjectType;
    const canaries = await wordsOf(bob);
    expect(canaries.size).toBeGreaterThan(50);
    const own = await wordsOf(alice);
    let seen = '';
    for (const field of Object.values((schema.getType('JiraConnection') as GraphQLObjectType).getFields())) {
      const selection = select(field, 6);
      if (selection === null) continue;
      seen += JSON.stringify(await alice.get(`{ viewer { jiraConnection { ${selection} } } }`));
    }
    seen += JSON.stringify(
      await alice.get(
        `{ viewer { ${Object.values(viewer.getFields())
          .filter((field) => field.name !== 'jiraConnection')
          .map((field) => select(field, 3))
          .join(' ')} } }`,
      ),
    );
    expect(seen.length).toBeGreaterThan(10_000);
    const leaked = [...canaries].filter((word) => !own.has(word) && seen.includes(word));
    expect(leaked).toEqual([]);
  });
});

/** Everything that tells one tenant's data from another's: ids, site, names, summaries. */
async function wordsOf(person: Person): Promise<Set<string>> {
  const answer = await person.get(
    '{ viewer { id email sessions { id } accessTokens { id name } auditLog { nodes { id detail } } dataRequests { nodes { id downloadUrl } } jiraConnection { id site { cloudId name url } people(first: 100) { nodes { id displayName } } issues(first: 100) { nodes { id summary } } actions(first: 100) { nodes { id title note } } } } }',
  );
  const words = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 6) words.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(answer);
  return words;
}
