import { Client, fetchExchange, gql } from '@urql/core';
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
