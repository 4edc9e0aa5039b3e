import { useState } from 'react';
import { useClient } from 'urql';
import type { ActionState } from '../../../gql/graphql.ts';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';

const moreActionsQuery = graphql(`
  query MoreActions($filter: ActionFilter!, $after: String!) {
    viewer {
      id
      jiraConnection {
        id
        actions(first: 50, after: $after, filter: $filter) {
          ...BoardList_actions
        }
      }
    }
  }
`);

interface MoreActionsProps {
  state: ActionState;
  after: string;
}

/** The next page of a column: the cache puts it behind the pages that are there. */
export function MoreActions({ state, after }: MoreActionsProps) {
  const client = useClient();
  const [busy, setBusy] = useState(false);

  async function load() {
    setBusy(true);
    const { error } = await client.query(moreActionsQuery, { filter: { states: [state] }, after }).toPromise();
    setBusy(false);
    if (error) toast.error(failureWords(error));
  }

  return (
    <Button
      look="ghost"
      size="small"
      className="mt-2 w-full"
      busy={busy && 'Loading more…'}
      onClick={() => void load()}
    >
      Show more
    </Button>
  );
}
