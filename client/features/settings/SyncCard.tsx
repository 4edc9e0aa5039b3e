import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { useNow } from '../../ui/use-now.ts';
import { RunProgress } from '../sync/RunProgress.tsx';
import { isActive, runStateWords } from '../sync/sync-words.ts';
import { useSyncActions } from '../sync/use-sync-actions.ts';
import { syncRunFragment } from '../sync/use-sync-progress.ts';
import { completenessWords } from './completeness-words.ts';

const syncCardFragment = graphql(`
  fragment SyncCard_connection on JiraConnection {
    syncStatus {
      state
      lastSuccessAt
      nextRunAt
      issueCount
      webhooks {
        active
        expiresAt
        lastReceivedAt
      }
      completeness {
        checkedAt
        inJira
        stored
        missing
        removed
        changelogComplete
      }
      currentRun {
        ...SyncProgress_run
      }
    }
    syncHistory(first: 20) {
      nodes {
        ...SyncProgress_run
      }
    }
  }
`);

const modes = { FULL: 'Full', INCREMENTAL: 'Changes', RECONCILE: 'Check of completeness' } as const;

/** How what is here is kept in step with Jira: now, next, and every run so far. */
export function SyncCard(props: { connection: FragmentType<typeof syncCardFragment> }) {
  const { syncStatus, syncHistory } = readFragment(syncCardFragment, props.connection);
  const current = readFragment(syncRunFragment, syncStatus.currentRun);
  const runs = readFragment(syncRunFragment, syncHistory.nodes);
  const formats = useFormats();
  const now = useNow(30_000);
  const { busy, start, cancel } = useSyncActions();
  const running = current && isActive(current.state) ? current : null;
  const ago = (iso: string | null | undefined, never: string): string => (iso ? formats.relative(iso, now) : never);

  const facts = [
    ['Issues stored', formats.number(syncStatus.issueCount)],
    ['Last success', ago(syncStatus.lastSuccessAt, 'Never')],
    ['Next run', ago(syncStatus.nextRunAt, 'Not planned')],
    [
      'Webhooks',
      syncStatus.webhooks.active
        ? `Active, last event ${ago(syncStatus.webhooks.lastReceivedAt, 'not yet')}`
        : 'Not active: changes arrive with the next run',
    ],
    ['Completeness', completenessWords(syncStatus.completeness, formats)],
  ];
  return (
    <Card
      title="Sync"
      actions={
        running ? (
          <Button size="small" busy={busy && 'Cancelling…'} onClick={() => void cancel(running.id)}>
            Cancel sync
          </Button>
        ) : (
          <>
            <Button size="small" disabled={busy} onClick={() => void start('RECONCILE')}>
              Check completeness
            </Button>
            <Button look="primary" size="small" busy={busy && 'Starting…'} onClick={() => void start('INCREMENTAL')}>
              Sync now
            </Button>
          </>
        )
      }
    >
      {running && (
        <div className="mb-4">
          <RunProgress run={running} />
        </div>
      )}
      <dl className="mb-4 grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {runs.length === 0 ? (
        <EmptyState title="No sync has run yet" />
      ) : (
        <Table
          caption="Sync history, newest first"
          captionShown
          head={
            <>
              <HeadCell>Started</HeadCell>
              <HeadCell>Kind</HeadCell>
              <HeadCell>State</HeadCell>
              <HeadCell numeric>Read</HeadCell>
              <HeadCell numeric>Changed</HeadCell>
              <HeadCell numeric>Removed</HeadCell>
              <HeadCell numeric>Set aside</HeadCell>
              <HeadCell numeric>Requests</HeadCell>
              <HeadCell numeric>Took</HeadCell>
            </>
          }
        >
          {runs.map((run) => (
            <tr key={run.id}>
              <Cell className="whitespace-nowrap">{run.startedAt ? formats.dateTime(run.startedAt) : 'Not yet'}</Cell>
              <Cell>{modes[run.mode]}</Cell>
              <Cell>
                {runStateWords[run.state]}
                {run.error && <p className="text-xs text-danger">{run.error}</p>}
              </Cell>
              <Cell numeric>{formats.number(run.issuesDone)}</Cell>
              <Cell numeric>{formats.number(run.issuesChanged)}</Cell>
              <Cell numeric>{formats.number(run.issuesRemoved)}</Cell>
              <Cell numeric>{formats.number(run.quarantined.length)}</Cell>
              <Cell numeric>{formats.number(run.requests)}</Cell>
              <Cell numeric>
                {run.startedAt && run.finishedAt
                  ? formats.seconds((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1_000)
                  : '–'}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
