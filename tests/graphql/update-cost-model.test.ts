import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let bob: Person;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  bob = await world.signUp('bob');
});
afterAll(() => world.close());

const money = '{ amount currency }';
const parts = `version currency defaultHourlyRate ${money} roleRates { role hourlyRate ${money} validFrom } burden paybackWeeks valueClasses { match perWeek ${money} } capitalisation { issueType capitalised }`;
const write = `mutation ($input: UpdateCostModelInput!) { updateCostModel(input: $input) { costModel { ${parts} } userErrors { code message field } } }`;
const update = async (person: Person, input: object) => (await person.get(write, { input })).updateCostModel;
const modelOf = async (person: Person) =>
  (await person.get(`{ viewer { settings { costModel { ${parts} } } } }`)).viewer.settings.costModel;
const versionsOf = async (person: Person, page: object = {}) =>
  (
    await person.get(
      `query ($first: Int! = 20, $after: String) { viewer { settings { costModelVersions(first: $first, after: $after) { nodes { savedAt costModel { ${parts} } } pageInfo { hasNextPage endCursor } } } } }`,
      { ...page },
    )
  ).viewer.settings.costModelVersions;
const versionAt = async (person: Person, version: number) =>
  (
    await person.get(
      `query ($version: Int!) { viewer { settings { costModelVersion(version: $version) { costModel { ${parts} } } } } }`,
      { version },
    )
  ).viewer.settings.costModelVersion;

describe('updateCostModel', () => {
  it('replaces what is given under the next version, leaves the rest, and nothing of anybody else.', async () => {
    const before = await modelOf(bob);
    expect(before).toMatchObject({ version: 1, currency: 'EUR', burden: 1.3, paybackWeeks: 26 });
    const first = await update(alice, {
      version: 1,
      currency: 'CHF',
      defaultHourlyRate: '85.50',
      roleRates: [{ role: ' Developer ', hourlyRate: '95', validFrom: '2026-01-01' }],
      valueClasses: [{ match: 'Highest', perWeek: '12000' }],
      capitalisation: [{ issueType: 'Story', capitalised: true }],
    });
    expect(first).toEqual({
      costModel: {
        version: 2,
        currency: 'CHF',
        defaultHourlyRate: { amount: '85.50', currency: 'CHF' },
        roleRates: [{ role: 'Developer', hourlyRate: { amount: '95.00', currency: 'CHF' }, validFrom: '2026-01-01' }],
        burden: 1.3,
        paybackWeeks: 26,
        valueClasses: [{ match: 'Highest', perWeek: { amount: '12000.00', currency: 'CHF' } }],
        capitalisation: [{ issueType: 'Story', capitalised: true }],
      },
      userErrors: [],
    });
    const second = await update(alice, { version: 2, burden: 1.6, valueClasses: [], roleRates: null });
    expect(second.costModel).toEqual({ ...first.costModel, version: 3, burden: 1.6, valueClasses: [] });
    expect(await modelOf(alice)).toEqual(second.costModel);
    // Nothing to change is no change.
    expect((await update(alice, { version: 3 })).costModel).toEqual(second.costModel);
    expect(await modelOf(bob)).toEqual(before);
    await alice.get('mutation { updateSettings(input: { locale: "de" }) { userErrors { code } } }');
    expect(await modelOf(alice)).toEqual(second.costModel);
  });

  it('keeps every version as it was, page by page and by its number, and shows nobody the ones of others.', async () => {
    const { nodes, pageInfo } = await versionsOf(alice);
    expect(nodes.map(({ costModel }: { costModel: { version: number } }) => costModel.version)).toEqual([3, 2, 1]);
    expect(nodes[2].costModel).toEqual(await modelOf(bob));
    expect(nodes[1].costModel).toMatchObject({ currency: 'CHF', burden: 1.3 });
    expect(pageInfo.hasNextPage).toBe(false);
    const times = nodes.map(({ savedAt }: { savedAt: string }) => savedAt);
    expect([...times].sort().reverse()).toEqual(times);
    const first = await versionsOf(alice, { first: 2 });
    expect(first.nodes).toEqual(nodes.slice(0, 2));
    expect((await versionsOf(alice, { first: 2, after: first.pageInfo.endCursor })).nodes).toEqual(nodes.slice(2));
    expect((await versionAt(alice, 2)).costModel).toEqual(nodes[1].costModel);
    for (const version of [0, 4, -1]) expect(await versionAt(alice, version)).toBeNull();
    expect((await versionsOf(bob)).nodes).toHaveLength(1);
    expect((await versionAt(bob, 1)).costModel).toEqual(await modelOf(bob));
    expect(await versionAt(bob, 2)).toBeNull();
  });

  it('refuses an edit of a version that is no longer the present one, says which is, and overwrites nothing.', async () => {
    const before = await modelOf(alice);
    for (const version of [1, 2, 4, 0]) {
      const { costModel, userErrors } = await update(alice, { version, burden: 2 });
      expect(costModel).toBeNull();
      expect(userErrors).toEqual([
        {
          code: 'VERSION_CONFLICT',
          message: 'The cost model has changed since you read it: it is version 3 now.',
          field: ['input', 'version'],
        },
      ]);
    }
    expect(await modelOf(alice)).toEqual(before);
  });

  it('makes exactly one of several edits of a version at once.', async () => {
    const { version } = await modelOf(bob);
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(
        [1.1, 1.2, 1.3, 1.4, 1.5].map((burden) => update(bob, { version: version + round, burden })),
      );
      const made = answers.filter(({ costModel }) => costModel !== null);
      expect(made).toHaveLength(1);
      const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
      expect(codes).toEqual(Array(4).fill('VERSION_CONFLICT'));
      expect(await modelOf(bob)).toEqual(made[0].costModel);
      expect(made[0].costModel.version).toBe(version + round + 1);
    }
    const { nodes } = await versionsOf(bob);
    expect(nodes.map(({ costModel }: { costModel: { version: number } }) => costModel.version)).toEqual([
      5, 4, 3, 2, 1,
    ]);
  });

  it('keeps the last 500 versions, and begins with the first one for accounts that have none yet.', async () => {
    const carla = await world.signUp('carla');
    const stored = await createConnection(world.databaseUri).asPromise();
    const account = { email: carla.email };
    await stored.collection('accounts').updateOne(account, { $unset: { 'settings.costModel': 1 } });
    const begun = await modelOf(carla);
    expect((await update(carla, { version: 1, burden: 2 })).costModel).toEqual({ ...begun, version: 2, burden: 2 });
    expect((await versionAt(carla, 1)).costModel).toEqual(begun);

    const owner = (await stored.collection('accounts').findOne(account))?._id;
    const second = await stored.collection('cost_models').findOne({ owner, version: 2 });
    const row = (version: number) => ({ owner, version, model: { ...second?.model, version }, savedAt: new Date() });
    await stored.collection('cost_models').insertMany([row(101), row(102), row(600)]);
    await stored.collection('accounts').updateOne(account, { $set: { 'settings.costModel.version': 600 } });
    await stored.close();
    expect((await update(carla, { version: 600, burden: 3 })).costModel.version).toBe(601);
    const { nodes } = await versionsOf(carla);
    expect(nodes.map(({ costModel }: { costModel: { version: number } }) => costModel.version)).toEqual([
      601, 600, 102,
    ]);
    expect(await versionAt(carla, 101)).toBeNull();
    // Nobody else's have gone.
    expect((await versionsOf(alice)).nodes).toHaveLength(3);
  });

  it('refuses all of it when a part does not fit, says where, and needs somebody who is signed in.', async () => {
    const before = await modelOf(alice);
    const { costModel, userErrors } = await update(alice, {
      version: 3,
      paybackWeeks: 10,
      burden: 0.5,
      valueClasses: [
        { match: 'a', perWeek: '1' },
        { match: 'A', perWeek: '-1' },
      ],
    });
    expect(costModel).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'burden'] },
      { code: 'INVALID', field: ['input', 'valueClasses', '1', 'match'] },
      { code: 'INVALID', field: ['input', 'valueClasses', '1', 'perWeek'] },
    ]);
    for (const input of [
      { version: 3, currency: 'ABC' },
      { version: 3, defaultHourlyRate: 'much' },
      { version: 3, roleRates: [{ role: 'a', hourlyRate: '1', validFrom: '2023-02-29' }] },
    ]) {
      const answer = await alice.ask(write, { input });
      const told = answer.errors?.[0]?.extensions?.code ?? answer.data?.updateCostModel.userErrors[0]?.code;
      expect(['BAD_USER_INPUT', 'INVALID']).toContain(told);
    }
    expect(await modelOf(alice)).toEqual(before);
    const answer = await world.stranger().ask(write, { input: { version: 1, burden: 2 } });
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
