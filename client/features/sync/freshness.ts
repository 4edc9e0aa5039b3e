import { createContext, useContext, useEffect, useRef } from 'react';
import { type AnyVariables, type UseQueryArgs, type UseQueryResponse, useClient, useQuery } from 'urql';

/** Another text whenever something else is stored of the viewer's Jira, and whenever a run has succeeded. */
export const FreshnessContext = createContext<string>('');

/**
 * A page's query, asked again by itself when there are new facts; meanwhile the old ones stay, and `fetching` is true
 * only for what a person waits for. The cache cannot do this: it never lets the answer of one query (the pulse) send
 * another. `behind` are the variables of pages that are shown above this one, and are asked again with it.
 */
export function usePageQuery<Answer, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Answer>,
  behind: readonly Variables[] = [],
): UseQueryResponse<Answer, Variables> {
  const freshness = useContext(FreshnessContext);
  const client = useClient();
  const [state, ask] = useQuery(args);
  const key = JSON.stringify(args.variables);
  const seen = useRef(freshness);
  const due = useRef(false);
  const quiet = useRef<string | null>(null);
  const others = useRef(behind);
  others.current = behind;
  const { query, pause } = args;

  useEffect(() => {
    if (!state.fetching) quiet.current = null;
    if (seen.current !== freshness) due.current = true;
    seen.current = freshness;
    // An answer that is on its way may have been made before the change: it is asked for again when it is here.
    if (!due.current || state.fetching || pause) return;
    due.current = false;
    quiet.current = key;
    ask({ requestPolicy: 'network-only' });
    for (const variables of others.current)
      void client.query(query, variables, { requestPolicy: 'network-only' }).toPromise();
  }, [freshness, state.fetching, key, ask, client, query, pause]);

  const last = useRef<{ key: string; data: Answer } | null>(null);
  if (state.data) last.current = { key, data: state.data };
  // A failed refetch comes without an answer: what was shown to the same question stays, beside the error.
  const kept = state.error && !state.data && last.current?.key === key ? last.current.data : state.data;
  const fetching = state.fetching && quiet.current !== key;
  return [{ ...state, data: kept, fetching } as typeof state, ask];
}
