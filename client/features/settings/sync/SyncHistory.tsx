import { useState } from 'react';
import { graphql, readFragment } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureState } from '../../../ui/FailureState.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { failureWords } from '../../api/failure-words.ts';
import { usePageQuery } from '../../sync/freshness.ts';
import { syncRunFragment } from '../../sync/use-sync-progress.ts';
import { RunTable } from './RunTable.tsx';

const pageSize = 20;

const historyQuery = graphql(`
  query SyncHistory($first: Int!, $after: String) {
    viewer {
      id
      jiraConnection {
        id
        syncHistory(first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...SyncProgress_run
          }
        }
      }
    }
  }
`);

/** Every run that is remembered, newest first, a page at a time. Asked for when its tab is opened. */
export function SyncHistory() {
  const formats = useFormats();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [asked, reload] = usePageQuery({
    query: historyQuery,
    variables: { first: pageSize, after: cursors.at(-1) ?? null },
  });
  const page = asked.data?.viewer.jiraConnection?.syncHistory;
  const runs = readFragment(syncRunFragment, page?.nodes ?? []);
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const before = cursors.length * pageSize;

  return (
    <Card
      title="Run history"
      description="Newest first. A fault on the way is what a request came to other than an answer; runs cope with them. Jira refuses, for instance, to show an issue that was deleted."
    >
      {!page && asked.error && (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      )}
      {!page && !asked.error && (
        <Loading what="the run history">
          <Skeleton className="h-72" />
        </Loading>
      )}
      {page && runs.length === 0 && cursors.length === 0 && <EmptyState title="No sync has run yet" />}
      {page && runs.length > 0 && <RunTable runs={runs} busy={asked.fetching} />}
      {page && (cursors.length > 0 || next) && (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
          <p role="status" className="figures text-xs text-ink-muted">
            {asked.fetching
              ? 'Loading…'
              : `Runs ${formats.number(before + 1)} to ${formats.number(before + runs.length)}`}
          </p>
          <div className="flex gap-2">
            <Button size="small" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
              Newer runs
            </Button>
            <Button size="small" disabled={!next} onClick={() => next && setCursors([...cursors, next])}>
              Older runs
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}
