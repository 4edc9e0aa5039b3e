import { useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';

const suggestionsQuery = graphql(`
  query MatchSuggestions {
    viewer {
      id
      jiraConnection {
        id
        issues(first: 100, filter: { done: false }, orderBy: { field: UPDATED_AT, direction: DESC }) {
          nodes {
            id
            priority
            labels
          }
        }
      }
    }
  }
`);

/** Priorities, then labels, of open issues of late: offered where one is typed. Nothing hangs on them. */
export function useMatchSuggestions(): readonly string[] {
  const { compare } = useFormats();
  const [{ data }] = useQuery({ query: suggestionsQuery });
  const issues = data?.viewer.jiraConnection?.issues.nodes;
  return useMemo(() => {
    const names = (texts: readonly (string | null | undefined)[]): string[] =>
      [...new Set(texts.filter((text) => text != null))].sort(compare);
    const priorities = names((issues ?? []).map(({ priority }) => priority));
    return [...new Set([...priorities, ...names((issues ?? []).flatMap(({ labels }) => labels))])];
  }, [issues, compare]);
}
