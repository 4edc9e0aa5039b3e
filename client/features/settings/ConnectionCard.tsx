import type { JiraConnectionStatus } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { DisconnectButton } from '../connection/DisconnectButton.tsx';

const connectionCardFragment = graphql(`
  fragment ConnectionCard_connection on JiraConnection {
    status
    connectedAt
    grantedScopes
    site {
      cloudId
      name
      url
    }
  }
`);

const states: Record<JiraConnectionStatus, readonly [Tone, string]> = {
  CHOOSING_SITE: ['warn', 'Choosing a site'],
  CONNECTED: ['good', 'Connected'],
  NEEDS_RECONNECT: ['danger', 'Needs to be connected again'],
  DISCONNECTING: ['neutral', 'Disconnecting'],
};

/** Which Jira this is, what we may do there, and the way out. */
export function ConnectionCard(props: { connection: FragmentType<typeof connectionCardFragment> }) {
  const connection = readFragment(connectionCardFragment, props.connection);
  const formats = useFormats();
  const [tone, words] = states[connection.status];
  return (
    <Card title="Jira connection" actions={<DisconnectButton label="Disconnect" />}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        <dt className="text-ink-muted">Site</dt>
        <dd>
          {connection.site ? (
            <a href={connection.site.url} target="_blank" rel="noreferrer" className="text-accent-text underline">
              {connection.site.name}
            </a>
          ) : (
            'Not chosen yet'
          )}{' '}
          <Badge tone={tone}>{words}</Badge>
        </dd>
        <dt className="text-ink-muted">Connected since</dt>
        <dd>{formats.dateTime(connection.connectedAt)}</dd>
        <dt className="text-ink-muted">What we may do</dt>
        <dd className="flex flex-wrap gap-1">
          {connection.grantedScopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </dd>
      </dl>
    </Card>
  );
}
