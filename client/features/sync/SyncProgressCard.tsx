import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RunProgress } from './RunProgress.tsx';
import { isActive } from './sync-words.ts';
import { useSyncActions } from './use-sync-actions.ts';
import { syncRunFragment } from './use-sync-progress.ts';

const syncProgressCardFragment = graphql(`
  fragment SyncProgressCard_connection on JiraConnection {
    syncStatus {
      state
      lastSuccessAt
      currentRun {
        ...SyncProgress_run
      }
    }
    syncHistory(first: 1) {
      nodes {
        ...SyncProgress_run
      }
    }
  }
`);

/** The first sync, or a full one, as it goes on. Nothing at all when everything is in order. */
export function SyncProgressCard(props: { connection: FragmentType<typeof syncProgressCardFragment> }) {
  const { syncStatus, syncHistory } = readFragment(syncProgressCardFragment, props.connection);
  const { busy, start, cancel } = useSyncActions();
  const current = readFragment(syncRunFragment, syncStatus.currentRun);
  const last = readFragment(syncRunFragment, syncHistory.nodes)[0];
  const first = !syncStatus.lastSuccessAt;
  const run = current ?? (first || syncStatus.state === 'FAILED' ? last : undefined);
  const active = run !== undefined && isActive(run.state);
  if (!first && !(active && run.mode === 'FULL') && syncStatus.state !== 'FAILED') return null;

  const title = first ? 'First sync' : 'Sync';
  if (!run) {
    return (
      <Card title={title}>
        <p role="status" className="text-ink-soft">
          {syncStatus.state === 'NEVER_RUN' ? 'Nothing has been read from Jira yet.' : 'The sync is about to start.'}
        </p>
        {syncStatus.state === 'NEVER_RUN' && (
          <Button className="mt-3" look="primary" busy={busy && 'Starting…'} onClick={() => void start('FULL')}>
            Start the sync
          </Button>
        )}
      </Card>
    );
  }
  return (
    <Card
      title={title}
      description={first && active ? 'What is ready already is shown below and grows.' : undefined}
      actions={
        active ? (
          <Button size="small" busy={busy && 'Cancelling…'} onClick={() => void cancel(run.id)}>
            Cancel sync
          </Button>
        ) : run.state === 'SUCCEEDED' ? null : (
          <Button
            look="primary"
            size="small"
            busy={busy && 'Starting…'}
            onClick={() => void start(first ? 'FULL' : 'INCREMENTAL')}
          >
            Try again
          </Button>
        )
      }
    >
      <RunProgress run={run} />
    </Card>
  );
}
