import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { AuditLogQuery } from '../../../gql/graphql.ts';
import { graphql } from '../../../gql/index.ts';
import { failureWords } from '../../api/failure-words.ts';

const auditLogQuery = graphql(`
  query AuditLog($first: Int!, $after: String) {
    viewer {
      id
      auditLog(first: $first, after: $after) {
        nodes {
          id
          at
          action
          detail
          ip
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export type LoggedEntry = AuditLogQuery['viewer']['auditLog']['nodes'][number];

export interface ReadLog {
  readonly entries: readonly LoggedEntry[];
  /** Before the first page is here. */
  readonly isUnread: boolean;
  readonly fetching: boolean;
  readonly hasMore: boolean;
  /** Why the last page did not come. */
  readonly failure: string | null;
}

const pageSize = 50;
const unread: ReadLog = { entries: [], isUnread: true, fetching: true, hasMore: false, failure: null };

/**
 * The log, newest first, as far as it has been read, and what reads on. It is asked of the server each time it is
 * opened: pages that a cache kept would leave holes where the log has grown since.
 */
export function useAuditLog(): readonly [ReadLog, () => void] {
  const client = useClient();
  const [log, setLog] = useState<ReadLog>(unread);
  const cursor = useRef<string | null>(null);
  const wanted = useRef(true);

  const read = useCallback(async () => {
    setLog((now) => ({ ...now, fetching: true, failure: null }));
    const variables = { first: pageSize, after: cursor.current };
    const { data, error } = await client.query(auditLogQuery, variables, { requestPolicy: 'network-only' }).toPromise();
    if (!wanted.current) return;
    const page = data?.viewer.auditLog;
    if (!page) {
      const failure = failureWords(error ?? { graphQLErrors: [] });
      return setLog((now) => ({ ...now, fetching: false, failure }));
    }
    cursor.current = page.pageInfo.endCursor ?? null;
    setLog(({ entries }) => ({
      entries: [...entries, ...page.nodes],
      isUnread: false,
      fetching: false,
      hasMore: page.pageInfo.hasNextPage,
      failure: null,
    }));
  }, [client]);

  useEffect(() => {
    wanted.current = true;
    void read();
    return () => {
      wanted.current = false;
    };
  }, [read]);

  return [log, () => void read()];
}
