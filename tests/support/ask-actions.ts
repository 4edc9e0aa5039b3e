import type { Person } from './person.ts';

const parts = `id title note state nextStates due recommendationRule metric target dueOn reviewOn createdAt begunAt dismissReason version
  scopeStage { id name } scopeTeam { id name } owner { id }
  baseline { value n window { from to } frozenAt }
  outcome { verdict sentence before after change interval80 chance signal controlChange guards { metric before after ok } confounders nBefore nAfter reviewedAt
    realised { base { amount currency } kind } }`;
const errors = 'userErrors { code message field }';

const days = 86_400_000;
/** A date so many days from now, in UTC: far from midnight wherever it is looked at, when it is a week away. */
export const dateIn = (count: number): string => new Date(Date.now() + count * days).toISOString().slice(0, 10);

/** An action that can be made anywhere. */
export const plainAction = { title: 'Limit work in review', metric: 'CYCLE_TIME_P85', target: 5, reviewOn: dateIn(60) };

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
type Told = any;

export const create = async (person: Person, input: object = {}): Promise<Told> =>
  (
    await person.get(
      `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { ${parts} } ${errors} } }`,
      { input: { ...plainAction, ...input } },
    )
  ).createAction;

export const update = async (person: Person, input: object): Promise<Told> =>
  (
    await person.get(
      `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { ${parts} } ${errors} } }`,
      { input },
    )
  ).updateAction;

export const review = async (person: Person, id: string): Promise<Told> =>
  (await person.get(`mutation ($id: ID!) { reviewAction(id: $id) { action { ${parts} } ${errors} } }`, { id }))
    .reviewAction;

/** An action that has to be made. */
export async function made(person: Person, input: object = {}): Promise<Told> {
  const { action, userErrors } = await create(person, input);
  if (!action) throw new Error(JSON.stringify(userErrors));
  return action;
}

/** Brings an action from one state to the next, up to the last that is named. */
export async function brought(person: Person, action: Told, ...states: string[]): Promise<Told> {
  let present = action;
  for (const state of states) {
    const reason = state === 'DISMISSED' ? { dismissReason: 'Not now' } : {};
    const answer = await update(person, { id: action.id, version: present.version, state, ...reason });
    if (!answer.action) throw new Error(JSON.stringify(answer.userErrors));
    present = answer.action;
  }
  return present;
}

export const actionOf = async (person: Person, id: string): Promise<Told> =>
  (await person.get(`query ($id: ID!) { viewer { jiraConnection { action(id: $id) { ${parts} } } } }`, { id })).viewer
    .jiraConnection.action;

export const actionsOf = async (person: Person, variables: object = {}): Promise<Told> =>
  (
    await person.get(
      `query ($first: Int! = 20, $after: String, $filter: ActionFilter) { viewer { jiraConnection { actions(first: $first, after: $after, filter: $filter) {
        totalCount nodes { id title state due } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`,
      { ...variables },
    )
  ).viewer.jiraConnection.actions;

/** What was refused, as "CODE path.of.field". */
export const faults = ({ userErrors }: Told): string[] =>
  userErrors.map(({ code, field }: { code: string; field: string[] | null }) =>
    `${code} ${field?.join('.') ?? ''}`.trim(),
  );
