import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { ConnectionCard } from './ConnectionCard.tsx';
import { QuarantineCard } from './sync/QuarantineCard.tsx';
import { SyncCard } from './sync/SyncCard.tsx';
import { SyncHistory } from './sync/SyncHistory.tsx';

const jiraTabFragment = graphql(`
  fragment JiraTab_connection on JiraConnection {
    ...ConnectionCard_connection
    ...SyncCard_connection
    ...QuarantineCard_connection
  }
`);

/** Which Jira this is, how what is here is kept in step with it, what is not here, and every run so far. */
export function JiraTab(props: { connection: FragmentType<typeof jiraTabFragment> }) {
  const connection = readFragment(jiraTabFragment, props.connection);
  return (
    <div className="space-y-4">
      <ConnectionCard connection={connection} />
      <SyncCard connection={connection} />
      <QuarantineCard connection={connection} />
      <SyncHistory />
    </div>
  );
}
