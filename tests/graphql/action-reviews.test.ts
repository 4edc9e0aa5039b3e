import { afterAll, beforeAll, expect, it } from 'vitest';
import { actionOf, brought, faults, made, review } from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  await alice.connectJira('Harbor');
  await alice.synced();
});
afterAll(() => world.close());

const doneBy = async (input: object = {}) =>
  brought(alice, await made(alice, input), 'ACCEPTED', 'IN_PROGRESS', 'DONE');

it('Only what is done is reviewed.', async () => {
  for (const states of [[], ['ACCEPTED'], ['ACCEPTED', 'IN_PROGRESS'], ['DISMISSED']]) {
    const action = await brought(alice, await made(alice), ...states);
    expect(faults(await review(alice, action.id)), action.state).toEqual(['CONFLICT id']);
    expect(await actionOf(alice, action.id)).toEqual(action);
  }
  const { id } = await made(alice);
  for (const other of [`${id.slice(0, -4)}0000`, 'nonsense', id.replace('Action', 'Issue')])
    expect(faults(await review(alice, other)), other).toEqual(['NOT_FOUND id']);
});

it('A review leads to REVIEWED, whatever it finds, and can be repeated.', async () => {
  const action = await doneBy();
  const first = (await review(alice, action.id)).action;
  expect(first).toMatchObject({ state: 'REVIEWED', nextStates: [], version: action.version + 1 });
  expect(first.outcome).toMatchObject({ before: action.baseline.value, nBefore: action.baseline.n, confounders: [] });
  expect(await actionOf(alice, action.id)).toEqual(first);
  const second = (await review(alice, action.id)).action;
  expect(second).toMatchObject({ state: 'REVIEWED', version: first.version + 1, baseline: action.baseline });
  expect(Date.parse(second.outcome.reviewedAt)).toBeGreaterThanOrEqual(Date.parse(first.outcome.reviewedAt));
});

it('Of two reviews at once both are answered, and the action is what the later one left.', async () => {
  const action = await doneBy();
  const answers = await Promise.all([review(alice, action.id), review(alice, action.id)]);
  expect(answers.flatMap(faults)).toEqual([]);
  const versions = answers.map((answer) => answer.action.version).sort();
  expect(versions).toEqual([action.version + 1, action.version + 2]);
  const later = answers.find((answer) => answer.action.version === action.version + 2);
  expect(await actionOf(alice, action.id)).toEqual(later?.action);
});

it('What else has changed meanwhile is said with the outcome; what moves no metric is not.', async () => {
  const action = await doneBy();
  const { stages } = (
    await alice.get('{ viewer { jiraConnection { stages { id name kind wipLimit statuses { id } } } } }')
  ).viewer.jiraConnection;
  type Stage = { id: string; name: string; kind: string; wipLimit: number | null; statuses: { id: string }[] };
  const save = (edit: (stage: Stage, index: number) => object) =>
    alice.get('mutation ($input: UpdateStagesInput!) { updateStages(input: $input) { userErrors { code } } }', {
      input: {
        stages: stages.map((stage: Stage, index: number) => {
          const { statuses, ...rest } = stage;
          return { ...rest, statusIds: statuses.map(({ id }) => id), ...edit(stage, index) };
        }),
      },
    });
  await save(({ name }) => ({ name: `${name}, renamed`, wipLimit: 4 }));
  const confounders = async () => (await review(alice, action.id)).action.outcome.confounders;
  expect(await confounders()).toEqual([]);
  await save(({ kind }) => ({ kind: kind === 'ACTIVE' ? 'QUEUE' : kind }));
  await alice.get(
    'mutation { updateSettings(input: { timeZone: "Asia/Tokyo", blockedByLinks: true }) { userErrors { code } } }',
  );
  await alice.get('mutation { updateCostModel(input: { version: 1, currency: "USD" }) { userErrors { code } } }');
  const said: string[] = await confounders();
  for (const word of [/stages/i, /calendar/i, /blocked/i, /USD/])
    expect(
      said.filter((text) => word.test(text)),
      String(word),
    ).not.toEqual([]);
});
