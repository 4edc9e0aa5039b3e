import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Progress {
  readonly state: string;
  readonly issuesDone: number;
}

function subscribe(person: Person | null, query: string): Promise<Response> {
  return fetch(`${world.url}/graphql/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(person?.token && { authorization: `Bearer ${person.token}` }),
    },
    body: JSON.stringify({ query }),
  });
}

/** The events of a stream until `isLast`, or until it ends. */
async function eventsUntil(response: Response, isLast: (progress: Progress) => boolean): Promise<Progress[]> {
  const seen: Progress[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return seen;
    text += chunk.value;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const line = /^data: ?(.+)$/m.exec(block)?.[1];
      if (!/^event: ?next$/m.test(block) || !line) continue;
      const progress = JSON.parse(line).data.syncProgress as Progress;
      seen.push(progress);
      if (isLast(progress)) {
        await reader?.cancel();
        return seen;
      }
    }
  }
}

const progress = 'subscription { syncProgress { state phase issuesDone issuesTotal etaSeconds } }';

describe('Subscription.syncProgress', () => {
  it('sends a snapshot first and then every change up to the end of the run.', async () => {
    const alice = await world.signUp('alice');
    await alice.connectJira('Northwind Labs');
    const response = await subscribe(alice, progress);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-');
    const seen = await eventsUntil(response, ({ state }) => state === 'SUCCEEDED');
    expect(seen.length).toBeGreaterThan(3);
    const counts = seen.map(({ issuesDone }) => issuesDone);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ state: 'SUCCEEDED', issuesDone: 2664 });
  });

  it('sends the state of the last run at once when none is open, and ends when the viewer signs out or disconnects.', async () => {
    const carla = await world.signUp('carla');
    await carla.connectJira('Harbor', 'carla');
    await carla.synced();
    const [snapshot] = await eventsUntil(await subscribe(carla, progress), () => true);
    expect(snapshot).toMatchObject({ state: 'SUCCEEDED', issuesDone: 420 });
    const watching = eventsUntil(await subscribe(carla, progress), () => false);
    await carla.get('mutation { signOut { ok } }');
    expect((await watching).length).toBe(1);
  });

  it('shows nobody the runs of another.', async () => {
    const bob = await world.signUp('bob');
    expect(await eventsUntil(await subscribe(bob, progress), () => true)).toEqual([]);
  });

  it('refuses strangers, queries and mutations.', async () => {
    const bob = await world.signUp('bob-stream');
    const refusal = async (person: Person | null, query: string) => {
      const response = await subscribe(person, query);
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code];
    };
    expect(await refusal(null, progress)).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refusal(bob, '{ viewer { email } }')).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal(bob, 'mutation { disconnectJira { viewer { id } } }')).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal(bob, 'subscription { somethingElse }')).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    const { errors } = await bob.ask(progress);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
  });
});
