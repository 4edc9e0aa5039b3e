import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { failureWords } from '../../api/failure-words.ts';

const teamMembersQuery = graphql(`
  query TeamMembers($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on Team {
        members(first: 100, after: $after) {
          totalCount
          nodes {
            id
            displayName
            active
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export interface Member {
  readonly id: string;
  readonly displayName: string;
  readonly active: boolean;
}

export type TeamMembers =
  | { readonly state: 'loading'; readonly done: number; readonly total: number }
  | { readonly state: 'here'; readonly members: readonly Member[] }
  | { readonly state: 'failed'; readonly words: string };

/** All members of a team, page after page: they are saved as a whole. None for a new team. */
export function useTeamMembers(teamId: string | null, total: number): TeamMembers {
  const client = useClient();
  const [found, setFound] = useState<TeamMembers>(
    teamId === null || total === 0 ? { state: 'here', members: [] } : { state: 'loading', done: 0, total },
  );
  const pending = found.state === 'loading';

  useEffect(() => {
    if (teamId === null || !pending) return;
    let wanted = true;
    const members: Member[] = [];
    const readFrom = async (after: string | null): Promise<void> => {
      const { data, error } = await client
        .query(teamMembersQuery, { id: teamId, after }, { requestPolicy: 'network-only' })
        .toPromise();
      if (!wanted) return;
      const page = data?.node && 'members' in data.node ? data.node.members : null;
      if (!page) return setFound({ state: 'failed', words: failureWords(error ?? { graphQLErrors: [] }) });
      members.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return setFound({ state: 'here', members });
      setFound({ state: 'loading', done: members.length, total: page.totalCount });
      return readFrom(page.pageInfo.endCursor ?? null);
    };
    void readFrom(null);
    return () => {
      wanted = false;
    };
  }, [client, teamId, pending]);

  return found;
}
