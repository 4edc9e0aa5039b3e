import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { useNow } from '../../ui/use-now.ts';
import { RunProgress } from './RunProgress.tsx';
import { StopButton } from './StopButton.tsx';
import { isActive } from './sync-words.ts';
import { useSyncActions } from './use-sync-actions.ts';
import { syncRunFragment } from './use-sync-progress.ts';

const syncProgressCardFragment = graphql(`
  fragment SyncProgressCard_connection on JiraConnection {
    status
    syncStatus {
      state
      lastSuccessAt
      nextRunAt
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
  const { status, syncStatus, syncHistory } = readFragment(syncProgressCardFragment, props.connection);
  const { starting, stopping, start, stop } = useSyncActions();
  const busy = starting !== null && 'Starting…';
  const current = readFragment(syncRunFragment, syncStatus.currentRun);
  const last = readFragment(syncRunFragment, syncHistory.nodes)[0];
  const first = !syncStatus.lastSuccessAt;
  const run = current ?? (first || syncStatus.state === 'FAILED' ? last : undefined);
  const active = run !== undefined && isActive(run.state);
  const formats = useFormats();
  const now = useNow(15_000);
  if (!first && !(active && run.mode === 'FULL') && syncStatus.state !== 'FAILED') return null;

  const title = first ? 'First sync' : 'Sync';
  if (!run) {
    return (
      <Card title={title}>
        <p role="status" className="text-ink-soft">
          {syncStatus.state === 'NEVER_RUN' ? 'Nothing has been read from Jira yet.' : 'The sync is about to start.'}
        </p>
        {syncStatus.state === 'NEVER_RUN' && (
          <Button className="mt-3" look="primary" busy={busy} onClick={() => void start('FULL')}>
            Start the sync
          </Button>
        )}
      </Card>
    );
  }
  // Without its permission no run can do anything: the banner above says what to do.
  const canStart = !active && run.state !== 'SUCCEEDED' && status !== 'NEEDS_RECONNECT';
  return (
    <Card
      title={title}
      description={first && active ? 'What is ready already is shown below and grows.' : undefined}
      actions={
        active ? (
          <StopButton runId={run.id} stopping={stopping} onStop={(runId) => void stop(runId)} />
        ) : canStart ? (
          <Button look="primary" size="small" busy={busy} onClick={() => void start(first ? 'FULL' : run.mode)}>
            {run.state === 'CANCELLED' ? 'Start again' : 'Try again'}
          </Button>
        ) : null
      }
    >
      <RunProgress run={run} />
      {canStart && syncStatus.nextRunAt && Date.parse(syncStatus.nextRunAt) > now && (
        <p className="mt-3 text-ink-soft">It begins again by itself {formats.relative(syncStatus.nextRunAt, now)}.</p>
      )}
    </Card>
  );
}
