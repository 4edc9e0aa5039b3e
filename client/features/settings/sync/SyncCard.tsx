import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { ConnectJiraButton } from '../../connection/ConnectJiraButton.tsx';
import { RunProgress } from '../../sync/RunProgress.tsx';
import { isActive, stateWith } from '../../sync/sync-words.ts';
import { syncRunFragment } from '../../sync/use-sync-progress.ts';
import { nextRunWords } from './next-run-words.ts';
import { ProofOfCompleteness } from './ProofOfCompleteness.tsx';
import { SyncButtons } from './SyncButtons.tsx';
import { stateSentence } from './state-sentence.ts';
import { webhookWords } from './webhook-words.ts';

const syncCardFragment = graphql(`
  fragment SyncCard_connection on JiraConnection {
    status
    syncStatus {
      state
      lastSuccessAt
      nextRunAt
      nextReconcileAt
      issueCount
      webhooks {
        active
        expiresAt
        lastReceivedAt
        problem
      }
      ...ProofOfCompleteness_status
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

/** How what is here is kept in step with Jira: how it stands, what can be asked of it, and how whole it is. */
export function SyncCard(props: { connection: FragmentType<typeof syncCardFragment> }) {
  const { status, syncStatus, syncHistory } = readFragment(syncCardFragment, props.connection);
  const current = readFragment(syncRunFragment, syncStatus.currentRun);
  const run = current ?? readFragment(syncRunFragment, syncHistory.nodes)[0] ?? null;
  const formats = useFormats();
  const now = useNow(15_000);
  const open = run !== null && isActive(run.state) ? run : null;
  const cutOff = status === 'NEEDS_RECONNECT';
  const state = stateWith(syncStatus.state, current);
  const { tone, word, text } = stateSentence({ ...syncStatus, state, status, run }, formats, now);
  const everSynced = syncStatus.lastSuccessAt !== null;
  const next = (at: string | null): string =>
    cutOff ? 'When Jira is connected again' : nextRunWords(at, formats, now);
  const nextComparison = open?.mode === 'RECONCILE' ? 'The night after this one' : next(syncStatus.nextReconcileAt);

  return (
    <Card
      title="Sync"
      actions={
        !cutOff && (
          <SyncButtons
            runId={open?.id ?? null}
            failedMode={state === 'FAILED' ? (run?.mode ?? null) : null}
            everSynced={everSynced}
            issueCount={syncStatus.issueCount}
          />
        )
      }
    >
      <p className="mb-4 flex flex-wrap items-start gap-x-2 gap-y-1">
        <span role="status">
          <Badge tone={tone}>{word}</Badge>
        </span>
        <span className="min-w-48 flex-1">{text}</span>
      </p>
      {cutOff && (
        <div className="mb-4 flex flex-wrap items-center gap-3">
          <p className="min-w-48 flex-1 text-ink-soft">
            Connect again to the same site: everything stored is kept, and the sync goes on where it stopped. Another
            site takes the place of this one and of what is stored of it.
          </p>
          <ConnectJiraButton label="Connect again" />
        </div>
      )}
      {open && (
        <div className="mb-4 rounded-md border border-line p-3">
          <RunProgress run={open} />
        </div>
      )}
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        <dt className="text-ink-muted">Issues here</dt>
        <dd className="figures">{formats.number(syncStatus.issueCount)}</dd>
        <dt className="text-ink-muted">Next sync</dt>
        <dd>{open && open.mode !== 'RECONCILE' ? 'After this one' : next(syncStatus.nextRunAt)}</dd>
        <dt className="text-ink-muted">Next comparison</dt>
        <dd>{everSynced ? nextComparison : 'After the first sync'}</dd>
        <dt className="text-ink-muted">Completeness</dt>
        <dd>
          <ProofOfCompleteness status={syncStatus} />
        </dd>
        <dt className="text-ink-muted">Messages from Jira</dt>
        <dd>{cutOff ? 'Not live while our access is cut off.' : webhookWords(syncStatus.webhooks, formats, now)}</dd>
      </dl>
    </Card>
  );
}
