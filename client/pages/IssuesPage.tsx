import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { IssueFilters } from '../features/issues/IssueFilters.tsx';
import { IssueTable } from '../features/issues/IssueTable.tsx';
import {
  type IssueSearch,
  issueVariables,
  readIssueSearch,
  writeIssueSearch,
} from '../features/issues/issue-search.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { useFormats } from '../ui/FormatProvider.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const issuesQuery = graphql(`
  query Issues($filter: IssueFilter, $orderBy: IssueOrder, $after: String) {
    viewer {
      id
      jiraConnection {
        id
        ...IssueFilters_connection
        issues(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            ...IssueTable_issue
          }
        }
      }
    }
  }
`);

export function IssuesPage() {
  const [search, setSearch] = useSearchParams();
  const formats = useFormats();
  const wanted = useMemo(() => readIssueSearch(search), [search]);
  // A cursor belongs to the list it came from: another filter or order starts at the top again.
  const list = search.toString();
  const [shown, setShown] = useState<{ list: string; cursors: readonly string[] }>({ list, cursors: [] });
  const cursors = shown.list === list ? shown.cursors : [];
  const pages = [undefined, ...cursors].map((after) => ({
    ...issueVariables(wanted),
    ...(after !== undefined && { after }),
  }));
  const [asked, reload] = usePageQuery(
    { query: issuesQuery, variables: pages.at(-1) ?? issueVariables(wanted) },
    pages.slice(0, -1),
  );
  const change = useCallback(
    (next: Partial<IssueSearch>) =>
      setSearch((now) => writeIssueSearch({ ...readIssueSearch(now), ...next }), { replace: true }),
    [setSearch],
  );
  const connection = asked.data?.viewer.jiraConnection;
  const issues = connection?.issues;

  return (
    <>
      <PageTitle title="Issues" />
      <IssueFilters connection={connection ?? undefined} wanted={wanted} onChange={change} />
      {issues && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {issues ? (
        <div className="space-y-3 rounded-lg border border-line bg-surface p-3 shadow-card">
          <p role="status" className="px-2 text-xs text-ink-muted">
            {asked.fetching
              ? 'Loading…'
              : `${formats.number(issues.nodes.length)} of ${formats.number(issues.totalCount)} issues`}
          </p>
          <IssueTable caption="Issues" issues={issues.nodes} />
          {issues.pageInfo.hasNextPage && (
            <div className="text-center">
              <Button
                busy={asked.fetching && 'Loading more…'}
                onClick={() =>
                  issues.pageInfo.endCursor && setShown({ list, cursors: [...cursors, issues.pageInfo.endCursor] })
                }
              >
                Show more issues
              </Button>
            </div>
          )}
        </div>
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading what="issues">
          <Skeleton className="h-[40rem]" />
        </Loading>
      )}
    </>
  );
}
