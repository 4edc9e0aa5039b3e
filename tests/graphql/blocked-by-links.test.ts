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
  for (const person of [alice, bob]) {
    await person.connectJira('Harbor');
    await person.synced();
  }
});
afterAll(() => world.close());

interface Open {
  readonly key: string;
  readonly stage: { readonly kind: string } | null;
  readonly flagged: boolean;
}

const list = `{ viewer { jiraConnection { issues(first: 100, filter: { done: false }, orderBy: { field: AGE }) {
  nodes { key flagged stage { kind } } } } } }`;
const kindNow = async (person: Person, key: string): Promise<string> => {
  const query = 'query ($key: String!) { viewer { jiraConnection { issue(key: $key) { timeline { kind } } } } }';
  return (await person.get(query, { key })).viewer.jiraConnection.issue.timeline.at(-1).kind;
};

describe('an issue that is linked as blocked', () => {
  it('is blocked for those who have links counted, from then on and at once, and for nobody else.', async () => {
    const open: Open[] = (await alice.get(list)).viewer.jiraConnection.issues.nodes;
    const [blocked, blocker] = open.filter(({ stage, flagged }) => stage?.kind === 'ACTIVE' && !flagged);
    if (!blocked || !blocker) throw new Error('the sandbox has no two open issues being worked on');
    const site = world.sandbox.world.site('Harbor');
    const blockerId = [...site.state.issues.values()].find(({ key }) => key === blocker.key)?.id ?? '';
    site.editIssue(blocked.key, { blockedBy: blockerId });
    for (const person of [alice, bob]) await person.sync();
    const before = await kindNow(alice, blocked.key);
    expect(before).not.toBe('BLOCKED');
    const { updateSettings } = await alice.get(
      'mutation { updateSettings(input: { blockedByLinks: true }) { settings { blockedByLinks } userErrors { code } } }',
    );
    expect(updateSettings).toEqual({ settings: { blockedByLinks: true }, userErrors: [] });
    expect(await kindNow(alice, blocked.key)).toBe('BLOCKED');
    expect(await kindNow(bob, blocked.key)).toBe(before);
    await alice.get('mutation { updateSettings(input: { blockedByLinks: false }) { userErrors { code } } }');
    expect(await kindNow(alice, blocked.key)).toBe(before);
  });
});
