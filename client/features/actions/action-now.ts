import type { Client } from 'urql';
import { graphql } from '../../gql/index.ts';

const actionNowQuery = graphql(`
  query ActionNow($id: ID!) {
    viewer {
      id
      jiraConnection {
        id
        action(id: $id) {
          id
          title
          state
          nextStates
          due
          version
        }
      }
    }
  }
`);

/** An action as the server has it at this moment; null when it cannot be told. The cache learns it too. */
export async function actionNow(client: Client, id: string) {
  const { data } = await client.query(actionNowQuery, { id }, { requestPolicy: 'network-only' }).toPromise();
  return data?.viewer.jiraConnection?.action ?? null;
}
