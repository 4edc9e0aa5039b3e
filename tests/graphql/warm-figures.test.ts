import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

const commands: CommandStartedEvent[] = [];
let world: World;
let alice: Person;

beforeAll(async () => {
  world = await openWorld({ onCommand: (event) => commands.push(event) });
  alice = await world.signUp('alice');
  await alice.connectJira('Harbor');
  await alice.synced();
});

afterAll(() => world.close());

/** What a query asked the database for, but for the background work of sync. */
async function commandsOf(query: string): Promise<string[]> {
  const background = new Set(['due_connections', 'sync_runs', 'grants', 'hints', 'jira_points']);
  commands.length = 0;
  await alice.get(query);
  return commands
    .filter(({ command, commandName }) => !background.has(String(command[commandName])))
    .map(({ commandName, command }) => `${commandName} ${command[commandName]}`)
    .sort();
}

describe('figures that were asked for before', () => {
  it.each([
    '{ viewer { jiraConnection { investigation { bottlenecks { sentence bottlenecks { stage { name statuses { name } } stay { p85 { days } } } } } } } }',
    '{ viewer { jiraConnection { analytics { cycleTimes { percentiles { p85 { days } } basis { quality { grade } } } } } } }',
    '{ viewer { jiraConnection { teams { name projects { key } } statuses { name } stages { name } projects { totalCount } } } }',
  ])('need the session and the version of the connection, and nothing else: %s', async (query) => {
    await alice.get(query);
    // The worker looks at the connection now and then: what it asks for is not the query's.
    const asked = await until(
      () => commandsOf(query),
      ({ length }) => length === 2,
      10,
    ).catch(() => commandsOf(query));
    expect(asked).toEqual(['find connections', 'find sessions']);
  });
});
