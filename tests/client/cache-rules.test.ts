import { Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { describe, expect, it } from 'vitest';
import { cacheRules } from '../../client/features/api/cache-rules.ts';

const stage = (id: string, name: string) => ({ __typename: 'Stage', id, name });

const pageQuery = gql`
  query Page {
    viewer {
      id
      jiraConnection {
        id
        stages {
          id
          name
        }
        investigation {
          bottlenecks {
            sentence
          }
        }
      }
    }
  }
`;

const saveMutation = gql`
  mutation Save {
    updateStages {
      stages {
        id
        name
      }
    }
  }
`;

/** A client over a server whose stages can be saved; `asked` names its requests in order. */
function clientOverStages() {
  const asked: string[] = [];
  let stages = [stage('s1', 'Ready')];
  const viewer = () => ({
    __typename: 'Viewer',
    id: 'v',
    jiraConnection: {
      __typename: 'JiraConnection',
      id: 'c',
      stages,
      investigation: {
        __typename: 'Investigation',
        bottlenecks: { __typename: 'BottleneckReport', sentence: `${stages.length} stages.` },
      },
    },
  });
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange(cacheRules()), fetchExchange],
    fetch: (_url, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      asked.push(operationName);
      if (operationName !== 'Save') return Promise.resolve(Response.json({ data: { viewer: viewer() } }));
      stages = [stage('s1', 'Ready'), stage('s2', 'Review')];
      return Promise.resolve(Response.json({ data: { updateStages: { __typename: 'UpdateStagesPayload', stages } } }));
    },
  });
  return { client, asked };
}

/** Lets every request that is due be made and answered: each takes a few turns of the event loop. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('The cache', () => {
  it('asks for reports again once other stages are saved, and shows the saved stages.', async () => {
    const { client, asked } = clientOverStages();
    const sentences: string[] = [];
    const page = client.query(pageQuery, {}).subscribe((result) => {
      const connection = result.data?.viewer?.jiraConnection;
      if (connection) sentences.push(connection.investigation.bottlenecks.sentence);
    });
    await settled();
    await client.mutation(saveMutation, {}).toPromise();
    await settled();
    page.unsubscribe();
    expect(asked).toEqual(['Page', 'Save', 'Page']);
    expect(sentences.at(-1)).toBe('2 stages.');
  });
});

const run = (id: string, state: string) => ({ __typename: 'SyncRun', id, state });

const shellQuery = gql`
  query Shell {
    viewer {
      id
      jiraConnection {
        id
        syncStatus {
          state
          currentRun {
            id
            state
          }
        }
        syncHistory(first: 1) {
          nodes {
            id
            state
          }
        }
      }
    }
  }
`;

const progress = gql`
  subscription Progress {
    syncProgress {
      id
      state
    }
  }
`;

/** A shell beside the events of sync: `tell` sends one, `asked` counts the shell's requests. */
async function shellBesideEvents(newest: ReturnType<typeof run>) {
  const server = { asked: 0, newest };
  let tell: (event: ReturnType<typeof run>) => void = () => undefined;
  const open = () => (['QUEUED', 'RUNNING', 'WAITING'].includes(server.newest.state) ? server.newest : null);
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange(cacheRules()),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: () => ({
          subscribe(observer) {
            tell = (syncProgress) => observer.next({ data: { syncProgress } });
            return { unsubscribe: () => undefined };
          },
        }),
      }),
    ],
    fetch: () => {
      server.asked += 1;
      const jiraConnection = {
        __typename: 'JiraConnection',
        id: 'c',
        syncStatus: { __typename: 'SyncStatus', state: 'UP_TO_DATE', currentRun: open() },
        syncHistory: { __typename: 'SyncRunConnection', nodes: [server.newest] },
      };
      return Promise.resolve(Response.json({ data: { viewer: { __typename: 'Viewer', id: 'v', jiraConnection } } }));
    },
  });
  client.query(shellQuery, {}).subscribe(() => undefined);
  client.subscription(progress, {}).subscribe(() => undefined);
  await settled();
  return {
    server,
    async tell(event: ReturnType<typeof run>) {
      server.newest = event;
      tell(event);
      await settled();
    },
  };
}

describe('What is told of a run', () => {
  it('that ended long ago is no news.', async () => {
    const shell = await shellBesideEvents(run('r1', 'SUCCEEDED'));
    await shell.tell(run('r1', 'SUCCEEDED'));
    expect(shell.server.asked).toBe(1);
  });

  it('lets the status be asked for when it begins and when it ends, and not in between.', async () => {
    const shell = await shellBesideEvents(run('r1', 'SUCCEEDED'));
    await shell.tell(run('r2', 'RUNNING'));
    expect(shell.server.asked).toBe(2);
    await shell.tell(run('r2', 'WAITING'));
    expect(shell.server.asked).toBe(2);
    await shell.tell(run('r2', 'FAILED'));
    expect(shell.server.asked).toBe(3);
  });

  it('is news too when it ended before anybody heard of it.', async () => {
    const shell = await shellBesideEvents(run('r1', 'SUCCEEDED'));
    await shell.tell(run('r2', 'SUCCEEDED'));
    expect(shell.server.asked).toBe(2);
  });
});
