import { createContext, useContext, useEffect, useRef } from 'react';
import { type AnyVariables, type UseQueryArgs, type UseQueryResponse, useQuery } from 'urql';

/** Differs whenever a sync has brought new facts: at the end of a run and, during the first one, every 2 s. */
export const FreshnessContext = createContext<string>('');

/**
 * A page's query, asked again when a sync has brought new facts; meanwhile the old ones stay. The cache cannot do this:
 * it never lets the answer of one query (the polled sync status) send another.
 */
export function usePageQuery<Answer, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Answer>,
): UseQueryResponse<Answer, Variables> {
  const freshness = useContext(FreshnessContext);
  const [state, ask] = useQuery(args);
  const seen = useRef(freshness);
  useEffect(() => {
    if (seen.current === freshness) return;
    seen.current = freshness;
    ask({ requestPolicy: 'network-only' });
  }, [freshness, ask]);
  const key = JSON.stringify(args.variables);
  const last = useRef<{ key: string; data: Answer } | null>(null);
  if (state.data) last.current = { key, data: state.data };
  // A failed refetch comes without an answer: what was shown to the same question stays, beside the error.
  const kept = state.error && !state.data && last.current?.key === key ? last.current.data : state.data;
  return [{ ...state, data: kept } as typeof state, ask];
}
