import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { describe, expect, it } from 'vitest';
import { cacheRules } from '../../client/features/api/cache-rules.ts';

const run = (id: string, phase: string) => ({ __typename: 'SyncRun', id, phase });

interface Told {
  lastSuccessAt: string | null;
  runs: ReturnType<typeof run>[];
}

const pageQuery = gql`
  query Page {
    viewer {
      id
      jiraConnection {
        id
        investigation {
          bottlenecks {
            sentence
          }
        }
        syncHistory {
          nodes {
            id
            phase
          }
        }
      }
    }
  }
`;

const pulseQuery = gql`
  query Pulse {
    viewer {
      id
      jiraConnection {
        id
        syncStatus {
          lastSuccessAt
        }
      }
    }
  }
`;

/** A client over a server that tells `told`; `asked` counts its requests by operation. */
function clientOver(told: Told) {
  const asked: Record<string, number> = {};
  const answer = () => ({
    viewer: {
      __typename: 'Viewer',
      id: 'v',
      jiraConnection: {
        __typename: 'JiraConnection',
        id: 'c',
        investigation: {
          __typename: 'Investigation',
          bottlenecks: { __typename: 'BottleneckReport', sentence: 'Review waits.' },
        },
        syncHistory: { __typename: 'SyncRunConnection', nodes: told.runs },
        syncStatus: { __typename: 'SyncStatus', lastSuccessAt: told.lastSuccessAt },
      },
    },
  });
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange(cacheRules()), fetchExchange],
    fetch: (_url, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      asked[operationName] = (asked[operationName] ?? 0) + 1;
      return Promise.resolve(Response.json({ data: answer() }));
    },
  });
  return { client, asked };
}

/** Lets every request that is due be made and answered: each takes a few turns of the event loop. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('The cache', () => {
  it('asks for a page once, however many runs in different phases are in it.', async () => {
    const { client, asked } = clientOver({
      lastSuccessAt: null,
      runs: [run('r3', 'ISSUES'), run('r2', 'FINISHED'), run('r1', 'FINISHED')],
    });
    const { unsubscribe } = client.query(pageQuery, {}).subscribe(() => undefined);
    await settled();
    unsubscribe();
    expect(asked).toEqual({ Page: 1 });
  });

  it('asks again for what is computed once a sync has succeeded, and only then.', async () => {
    const told: Told = { lastSuccessAt: '2026-01-10T12:00:00Z', runs: [] };
    const { client, asked } = clientOver(told);
    const page = client.query(pageQuery, {}).subscribe(() => undefined);
    const pulse = () => client.query(pulseQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    await settled();
    await pulse();
    await pulse();
    await settled();
    expect(asked).toEqual({ Page: 1, Pulse: 2 });
    told.lastSuccessAt = '2026-01-10T13:00:00Z';
    await pulse();
    await settled();
    page.unsubscribe();
    expect(asked).toEqual({ Page: 2, Pulse: 3 });
  });
});
