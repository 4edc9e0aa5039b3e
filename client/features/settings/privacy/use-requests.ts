import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { isOpen } from './request-words.ts';

const dataRequestsQuery = graphql(`
  query DataRequests($first: Int!) {
    viewer {
      id
      dataRequests(first: $first) {
        nodes {
          id
          kind
          subject
          status
          requestedAt
          dueBy
          reason
          downloadUrl
          downloadExpiresAt
          steps {
            store
            rows
            done
          }
          receipt {
            sha256
            completedAt
            counts {
              store
              rows
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

const firstPage = 20;
const largestPage = 100;
const pollMilliseconds = 2_000;
/** How often a link is looked after that was clicked: until the archive has arrived, or it takes too long. */
const looksAfterFetch = 15;

/** The viewer's requests, newest first; looked at again every other second while one of them is open. */
export function useRequests(onErased: () => void) {
  const [first, setFirst] = useState(firstPage);
  const [looks, setLooks] = useState(0);
  const [asked, ask] = useQuery({
    query: dataRequestsQuery,
    variables: { first },
    requestPolicy: 'cache-and-network',
  });
  const page = asked.data?.viewer.dataRequests;
  const requests = page?.nodes;
  const watched = looks > 0 || (requests?.some(isOpen) ?? false);
  const isAsking = asked.fetching || asked.stale;

  useEffect(() => {
    if (!watched || isAsking) return;
    const timer = setTimeout(() => {
      setLooks((left) => Math.max(left - 1, 0));
      ask({ requestPolicy: 'network-only' });
    }, pollMilliseconds);
    return () => clearTimeout(timer);
  }, [watched, isAsking, ask]);

  const erasing = useRef(new Set<string>());
  useEffect(() => {
    const done = requests?.some(({ id, status }) => status === 'COMPLETED' && erasing.current.has(id)) ?? false;
    const open = requests?.filter((request) => request.kind === 'ERASE' && isOpen(request)) ?? [];
    erasing.current = new Set(open.map(({ id }) => id));
    if (done) onErased();
  }, [requests, onErased]);

  return {
    requests,
    error: asked.error,
    reload: () => ask({ requestPolicy: 'network-only' }),
    showMore: page?.pageInfo.hasNextPage && first < largestPage ? () => setFirst(largestPage) : null,
    lookAfterFetch: () => setLooks(looksAfterFetch),
  };
}
