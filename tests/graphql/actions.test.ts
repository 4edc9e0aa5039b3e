import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionOf, actionsOf, brought, create, dateIn, faults, made, update } from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let ids: Record<'stage' | 'team' | 'person', string>;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  await alice.connectJira('Harbor');
  await alice.synced();
  const { stages, teams, people } = (
    await alice.get(
      '{ viewer { jiraConnection { stages { id kind } teams { id } people(first: 1) { nodes { id } } } } }',
    )
  ).viewer.jiraConnection;
  ids = {
    stage: stages.find(({ kind }: { kind: string }) => kind === 'ACTIVE').id,
    team: teams[0].id,
    person: people.nodes[0].id,
  };
});
afterAll(() => world.close());

describe('An action', () => {
  it('is proposed with what it is about, and its baseline is what the figures of that moment say.', async () => {
    const action = await made(alice, {
      title: '  Swarm on reviews ',
      note: 'As agreed',
      ownerId: ids.person,
      dueOn: dateIn(20),
    });
    expect(action).toMatchObject({
      title: 'Swarm on reviews',
      note: 'As agreed',
      state: 'PROPOSED',
      nextStates: ['ACCEPTED', 'DISMISSED'],
      due: false,
      recommendationRule: null,
      metric: 'CYCLE_TIME_P85',
      target: 5,
      owner: { id: ids.person },
      scopeStage: null,
      scopeTeam: null,
      version: 1,
      begunAt: null,
      outcome: null,
    });
    const { analytics } = (
      await alice.get(
        '{ viewer { jiraConnection { analytics(window: { days: 90 }) { cycleTimes { basis { n window { from to } } percentiles { p85 { days } } } } } } }',
      )
    ).viewer.jiraConnection;
    const { basis, percentiles } = analytics.cycleTimes;
    expect(action.baseline).toMatchObject({ value: percentiles.p85.days, n: basis.n, window: basis.window });
    expect(action.baseline.frozenAt).toBe(action.createdAt);
    expect(await actionOf(alice, action.id)).toEqual(action);
  });

  it('is measured where it is about: a stage, a team.', async () => {
    const ofStage = await made(alice, { metric: 'STAGE_STAY_P85', stageId: ids.stage, target: 2 });
    const ofTeam = await made(alice, { metric: 'THROUGHPUT', teamId: ids.team, target: 4 });
    expect(ofStage).toMatchObject({ scopeStage: { id: ids.stage }, scopeTeam: null });
    expect(ofTeam).toMatchObject({ scopeStage: null, scopeTeam: { id: ids.team } });
    const { investigation, analytics } = (
      await alice.get(
        `query ($stage: ID!, $scope: ScopeInput) { viewer { jiraConnection {
          investigation { stage(id: $stage) { stay { n p85 { days } } } } analytics(scope: $scope) { flowOverview { throughput { current } } } } } }`,
        { stage: ids.stage, scope: { teamIds: [ids.team] } },
      )
    ).viewer.jiraConnection;
    const { stay } = investigation.stage;
    expect(ofStage.baseline).toMatchObject({ value: stay.p85.days, n: stay.n });
    const { current: delivered } = analytics.flowOverview.throughput;
    expect(ofTeam.baseline.n).toBe(delivered);
    expect(ofTeam.baseline.value).toBeCloseTo((delivered / 90) * 7, 10);
  });

  it('keeps of the recommendation it is made of what that promised, and takes it off the list.', async () => {
    const recommendations = async () =>
      (
        await alice.get(
          `{ viewer { jiraConnection { recommendations(limit: 50) { id rule title metric expectedEffect { metric low base high }
            worth { base { amount currency } low { amount } high { amount } kind confidence method drivers } } } } }`,
        )
      ).viewer.jiraConnection.recommendations;
    const [first] = await recommendations();
    const action = await made(alice, {
      recommendationId: first.id,
      title: first.title,
      metric: first.metric,
      target: 1,
    });
    expect(action.recommendationRule).toBe(first.rule);
    const { promise } = (
      await alice.get(
        `query ($id: ID!) { viewer { jiraConnection { action(id: $id) { promise { expectedEffect { metric low base high }
          worth { base { amount currency } low { amount } high { amount } kind confidence method drivers } } } } } }`,
        { id: action.id },
      )
    ).viewer.jiraConnection.action;
    expect(promise).toEqual({ expectedEffect: first.expectedEffect, worth: first.worth });
    const idsOf = async () => (await recommendations()).map(({ id }: { id: string }) => id);
    expect(await idsOf()).not.toContain(first.id);
    // Dismissed at once, its evidence has not moved.
    await brought(alice, action, 'DISMISSED');
    expect(await idsOf()).not.toContain(first.id);
    expect((await alice.get('query ($id: ID!) { node(id: $id) { id } }', { id: first.id })).node).toEqual({
      id: first.id,
    });
  });

  it('keeps its baseline when everything it was made of has changed.', async () => {
    const action = await made(alice);
    const { stages } = (await alice.get('{ viewer { jiraConnection { stages { id name kind statuses { id } } } } }'))
      .viewer.jiraConnection;
    const asKind = (kindOf: (kind: string) => string) =>
      alice.get(
        'mutation ($input: UpdateStagesInput!) { updateStages(input: $input) { userErrors { code message } } }',
        {
          input: {
            stages: stages.map(
              ({
                id,
                name,
                kind,
                statuses,
              }: {
                id: string;
                name: string;
                kind: string;
                statuses: { id: string }[];
              }) => ({
                id,
                name,
                kind: kindOf(kind),
                statusIds: statuses.map((status) => status.id),
              }),
            ),
          },
        },
      );
    expect((await asKind((kind) => (kind === 'QUEUE' ? 'BACKLOG' : kind))).updateStages.userErrors).toEqual([]);
    const other = await made(alice);
    expect(other.baseline.value).not.toBe(action.baseline.value);
    expect((await actionOf(alice, action.id)).baseline).toEqual(action.baseline);
    await asKind((kind) => kind);
  });

  it('goes through its life one step at a time, and each is a version.', async () => {
    let action = await made(alice);
    const seen = [];
    for (const state of ['ACCEPTED', 'IN_PROGRESS', 'DONE']) {
      action = await brought(alice, action, state);
      seen.push([action.state, action.version, action.begunAt !== null, action.nextStates]);
    }
    expect(seen).toEqual([
      ['ACCEPTED', 2, false, ['IN_PROGRESS', 'DISMISSED']],
      ['IN_PROGRESS', 3, true, ['DONE', 'DISMISSED']],
      ['DONE', 4, true, []],
    ]);
    const dismissed = await brought(alice, await made(alice), 'DISMISSED');
    expect(dismissed).toMatchObject({ state: 'DISMISSED', dismissReason: 'Not now', nextStates: [], version: 2 });
  });

  it('takes no other step than the next one.', async () => {
    const way = ['ACCEPTED', 'IN_PROGRESS', 'DONE'];
    const states = ['PROPOSED', ...way, 'REVIEWED', 'DISMISSED'];
    const allowed = new Map([
      ['PROPOSED', 'ACCEPTED'],
      ['ACCEPTED', 'IN_PROGRESS'],
      ['IN_PROGRESS', 'DONE'],
    ]);
    for (const from of ['PROPOSED', ...way, 'DISMISSED']) {
      const steps = from === 'DISMISSED' ? [from] : way.slice(0, way.indexOf(from) + 1);
      const action = await brought(alice, await made(alice), ...steps);
      for (const state of states) {
        const isAllowed = allowed.get(from) === state || (state === 'DISMISSED' && allowed.has(from));
        if (isAllowed) continue;
        const reason = state === 'DISMISSED' ? { dismissReason: 'No' } : {};
        const answer = await update(alice, { id: action.id, version: action.version, state, ...reason });
        expect([from, state, faults(answer)]).toEqual([from, state, ['CONFLICT input.state']]);
        expect(answer.action).toBeNull();
      }
      expect(await actionOf(alice, action.id)).toEqual(action);
    }
  });

  it('is edited in parts: what is absent stays, null empties, and nothing new is no new version.', async () => {
    const action = await made(alice, { note: 'A note', ownerId: ids.person, dueOn: dateIn(20) });
    const { id } = action;
    const renamed = (await update(alice, { id, version: 1, title: 'Another title' })).action;
    expect(renamed).toEqual({ ...action, title: 'Another title', version: 2 });
    const emptied = (await update(alice, { id, version: 2, note: null, ownerId: null, dueOn: null })).action;
    expect(emptied).toEqual({ ...renamed, note: null, owner: null, dueOn: null, version: 3 });
    for (const edit of [{}, { title: 'Another title' }, { note: ' ', ownerId: null, reviewOn: action.reviewOn }])
      expect((await update(alice, { id, version: 3, ...edit })).action).toEqual(emptied);
    expect(faults(await update(alice, { id, version: 2 }))).toEqual(['VERSION_CONFLICT input.version']);
  });

  it('is not edited once it is dismissed.', async () => {
    const gone = await brought(alice, await made(alice), 'DISMISSED');
    expect(faults(await update(alice, { id: gone.id, version: gone.version, title: 'Back again' }))).toEqual([
      'CONFLICT',
    ]);
    expect(await actionOf(alice, gone.id)).toEqual(gone);
  });

  it('tells the second of two editors, and loses nothing of the first.', async () => {
    const action = await made(alice);
    const { id, version } = action;
    const edits = ['one', 'two', 'three', 'four', 'five'].map((title) => update(alice, { id, version, title }));
    const answers = await Promise.all(edits);
    const winners = answers.filter((answer) => answer.action !== null);
    expect(winners).toHaveLength(1);
    for (const answer of answers.filter((one) => one.action === null)) {
      expect(faults(answer)).toEqual(['VERSION_CONFLICT input.version']);
      expect(answer.userErrors[0].message).toBe('It has changed since you read it: it is version 2 now.');
    }
    expect(await actionOf(alice, id)).toEqual(winners[0].action);
    // Parts that do not overlap do not excuse an old version either.
    expect(faults(await update(alice, { id, version, note: 'Mine' }))).toEqual(['VERSION_CONFLICT input.version']);
    expect((await actionOf(alice, id)).note).toBeNull();
  });
});

describe('What an action cannot be', () => {
  it('to begin with.', async () => {
    const before = (await actionsOf(alice)).totalCount;
    const refusals: readonly (readonly [object, string])[] = [
      [{ title: ' ' }, 'INVALID input.title'],
      [{ title: 'x'.repeat(201) }, 'INVALID input.title'],
      [{ note: 'x'.repeat(5_001) }, 'INVALID input.note'],
      [{ target: -0.1 }, 'INVALID input.target'],
      [{ metric: 'FLOW_EFFICIENCY', target: 1.1 }, 'INVALID input.target'],
      [{ metric: 'STAGE_STAY_P85' }, 'INVALID input.stageId'],
      [{ idempotencyKey: '' }, 'INVALID input.idempotencyKey'],
      [{ idempotencyKey: 'x'.repeat(201) }, 'INVALID input.idempotencyKey'],
      [{ stageId: 'nonsense' }, 'NOT_FOUND input.stageId'],
      [{ teamId: 'nonsense' }, 'NOT_FOUND input.teamId'],
      [{ ownerId: 'nonsense' }, 'NOT_FOUND input.ownerId'],
      [{ recommendationId: 'nonsense' }, 'NOT_FOUND input.recommendationId'],
    ];
    for (const [input, fault] of refusals) {
      const answer = await create(alice, input);
      expect([input, answer.action, faults(answer)]).toEqual([input, null, [fault]]);
    }
    expect(faults(await create(alice, { title: '', target: -1, idempotencyKey: '' }))).toHaveLength(3);
    expect((await actionsOf(alice)).totalCount).toBe(before);
  });

  it('by an edit.', async () => {
    const action = await made(alice);
    const refused = async (edit: object) => faults(await update(alice, { id: action.id, version: 1, ...edit }));
    expect(await refused({ title: null })).toEqual(['INVALID input.title']);
    expect(await refused({ reviewOn: null })).toEqual(['INVALID input.reviewOn']);
    expect(await refused({ note: 'x'.repeat(5_001) })).toEqual(['INVALID input.note']);
    expect(await refused({ state: 'DISMISSED' })).toEqual(['INVALID input.dismissReason']);
    expect(await refused({ dismissReason: 'No' })).toEqual(['INVALID input.dismissReason']);
    expect(await refused({ ownerId: 'nonsense' })).toEqual(['NOT_FOUND input.ownerId']);
    const answer = await update(alice, { id: 'nonsense', version: 1, title: 'Mine' });
    expect(faults(answer)).toEqual(['NOT_FOUND input.id']);
    const notDates = await alice.ask(
      'mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }',
      {
        input: { id: action.id, version: 1, dueOn: '2026-02-30' },
      },
    );
    expect(notDates.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(await actionOf(alice, action.id)).toEqual(action);
  });
});
