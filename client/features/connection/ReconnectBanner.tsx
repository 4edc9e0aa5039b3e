import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConnectJiraButton } from './ConnectJiraButton.tsx';

const reconnectBannerFragment = graphql(`
  fragment ReconnectBanner_connection on JiraConnection {
    status
    site {
      cloudId
      name
    }
  }
`);

/** Jira no longer takes our grant: what is here stays, but nothing new arrives. */
export function ReconnectBanner(props: { connection: FragmentType<typeof reconnectBannerFragment> }) {
  const connection = readFragment(reconnectBannerFragment, props.connection);
  if (connection.status !== 'NEEDS_RECONNECT') return null;
  return (
    <Banner tone="danger" action={<ConnectJiraButton label="Connect again" />}>
      {connection.site?.name ?? 'Jira'} no longer accepts our access. What you see stays, but nothing new arrives until
      you connect again.
    </Banner>
  );
}
