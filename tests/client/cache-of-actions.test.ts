import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { describe, expect, it } from 'vitest';
import { cacheRules } from '../../client/features/api/cache-rules.ts';

/** Lets every request that is due be made and answered: each takes a few turns of the event loop. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const adviceQuery = gql`
  query Advice($limit: Int) {
    viewer {
      id
      jiraConnection {
        id
        recommendations(limit: $limit) {
          id
          title
        }
      }
    }
  }
`;

const dueQuery = gql`
  query Due {
    viewer {
      id
      jiraConnection {
        id
        actions(filter: { due: true }) {
          totalCount
        }
      }
    }
  }
`;

const createMutation = gql`
  mutation Create($input: CreateActionInput!) {
    createAction(input: $input) {
      action {
        id
        state
      }
    }
  }
`;

const updateMutation = gql`
  mutation Update($input: UpdateActionInput!) {
    updateAction(input: $input) {
      action {
        id
        state
      }
    }
  }
`;

/** Two lists of advice and one of what is due, watched; `asked` names the requests in order. */
async function watchedAdvice(answer: { action: unknown }) {
  const asked: string[] = [];
  const recommendations = ['r1', 'r2'].map((id) => ({ __typename: 'Recommendation', id, title: id }));
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange(cacheRules()), fetchExchange],
    fetch: (_url, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      asked.push(operationName);
      const payload = { __typename: 'ActionPayload', ...answer };
      if (operationName === 'Create') return Promise.resolve(Response.json({ data: { createAction: payload } }));
      if (operationName === 'Update') return Promise.resolve(Response.json({ data: { updateAction: payload } }));
      const part =
        operationName === 'Due'
          ? { actions: { __typename: 'ActionConnection', totalCount: 1 } }
          : { recommendations: recommendations.slice(0) };
      const jiraConnection = { __typename: 'JiraConnection', id: 'c', ...part };
      return Promise.resolve(Response.json({ data: { viewer: { __typename: 'Viewer', id: 'v', jiraConnection } } }));
    },
  });
  const shown = new Map<number, string[]>();
  for (const limit of [3, 50])
    client.query(adviceQuery, { limit }).subscribe(({ data }) => {
      const list: { id: string }[] | undefined = data?.viewer?.jiraConnection?.recommendations;
      if (list)
        shown.set(
          limit,
          list.map(({ id }) => id),
        );
    });
  client.query(dueQuery, {}).subscribe(() => undefined);
  await settled();
  asked.length = 0;
  return { client, asked, shown };
}

const action = { __typename: 'Action', id: 'a1', state: 'PROPOSED' };

describe('A recommendation', () => {
  it('of which an action is made leaves every list at once, and only the lists of actions are asked again.', async () => {
    const { client, asked, shown } = await watchedAdvice({ action });
    await client.mutation(createMutation, { input: { recommendationId: 'r1' } }).toPromise();
    await settled();
    expect([...shown]).toEqual([
      [3, ['r2']],
      [50, ['r2']],
    ]);
    expect(asked).toEqual(['Create', 'Due']);
  });

  it('stays when the action is refused.', async () => {
    const { client, asked, shown } = await watchedAdvice({ action: null });
    await client.mutation(createMutation, { input: { recommendationId: 'r1' } }).toPromise();
    await settled();
    expect(shown.get(3)).toEqual(['r1', 'r2']);
    expect(asked).toEqual(['Create']);
  });

  it('is asked for again once an action has changed: it may be back, or its rule have helped.', async () => {
    const { client, asked } = await watchedAdvice({ action });
    await client.mutation(updateMutation, { input: { id: 'a1' } }).toPromise();
    await settled();
    expect(asked.toSorted()).toEqual(['Advice', 'Advice', 'Due', 'Update']);
  });
});
