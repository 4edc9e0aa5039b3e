import { useEffect } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql/index.ts';
import { waitFor } from '../api/wait-for.ts';
import { startChangePulse } from './change-pulse.ts';

/** As little as there can be: it is asked every two seconds. */
const changeQuery = graphql(`
  query ChangePulse {
    viewer {
      id
      jiraConnection {
        id
        status
        syncStatus {
          changedAt
        }
      }
    }
  }
`);

function onReturn(listener: () => void): () => void {
  const onVisibility = () => document.hidden || listener();
  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('online', listener);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    removeEventListener('online', listener);
  };
}

/** Writes into the cache, while somebody looks, when what is stored last changed: webhooks change it between runs. */
export function useChangePulse(connected: boolean): void {
  const client = useClient();
  useEffect(() => {
    if (!connected) return;
    return startChangePulse({
      async ask() {
        const { data } = await client.query(changeQuery, {}, { requestPolicy: 'network-only' }).toPromise();
        return data !== undefined;
      },
      isVisible: () => !document.hidden,
      onReturn,
      wait: waitFor,
    });
  }, [connected, client]);
}
