import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shareDone, stateWith } from './sync-words.ts';
import { syncRunFragment } from './use-sync-progress.ts';

const syncBadgeFragment = graphql(`
  fragment SyncBadge_connection on JiraConnection {
    status
    syncStatus {
      state
      lastSuccessAt
      currentRun {
        ...SyncProgress_run
      }
    }
  }
`);

/** How fresh everything is, in the header; leads to the details. */
export function SyncBadge(props: { connection: FragmentType<typeof syncBadgeFragment> }) {
  const { status, syncStatus } = readFragment(syncBadgeFragment, props.connection);
  const run = readFragment(syncRunFragment, syncStatus.currentRun);
  const formats = useFormats();
  const now = useNow(30_000);
  const share = run ? shareDone(run.issuesDone, run.issuesTotal) : null;

  const shown: Record<typeof syncStatus.state, readonly [Tone, string]> = {
    NEVER_RUN: ['neutral', 'Not synced yet'],
    QUEUED: ['calm', 'Sync queued'],
    RUNNING: ['calm', share === null ? 'Syncing' : `Syncing ${formats.percent(share)}`],
    WAITING_FOR_JIRA: ['warn', 'Waiting for Jira'],
    UP_TO_DATE: [
      'good',
      syncStatus.lastSuccessAt ? `Synced ${formats.relative(syncStatus.lastSuccessAt, now)}` : 'Synced',
    ],
    FAILED: ['danger', 'Sync failed'],
  };
  // A permission that is lost between two runs fails none of them.
  const [tone, words] =
    status === 'NEEDS_RECONNECT' ? (['danger', 'Connect again'] as const) : shown[stateWith(syncStatus.state, run)];
  return (
    <Link to="/settings?tab=jira" aria-label={`${words}. Open sync details`} className="min-w-0 rounded">
      <Badge tone={tone} className="max-w-full">
        <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-current" />
        <span className="truncate">{words}</span>
      </Badge>
    </Link>
  );
}
