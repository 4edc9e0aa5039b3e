import { useState } from 'react';
import { graphql, readFragment } from '../../gql/index.ts';
import { growingPage, nextPage } from '../issues/growing-page.ts';
import { IssuesModal } from '../issues/IssuesModal.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';
import type { BasisOf } from './basis-of.ts';

// Each warning is asked for whole, though the page has most of it: the cache keeps warnings by their place in the list.
const warningFragment = graphql(`
  fragment WarningIssues_warning on QualityWarning {
    code
    message
    count
    fix
    issues(first: $first) {
      totalCount
      nodes {
        id
        ...IssueTable_issue
      }
    }
  }
`);

interface WarningIssuesProps {
  code: string;
  of: BasisOf;
  onClose: () => void;
}

/** The issues behind one quality warning. */
export function WarningIssues({ code, of, onClose }: WarningIssuesProps) {
  const { variables } = useQuestion();
  const [page, setPage] = useState(growingPage);
  const [asked, reload] = usePageQuery({ query: of.query, variables: { ...variables, ...of.variables, first: page } });
  const warning = readFragment(
    warningFragment,
    asked.data === undefined ? undefined : of.warningsIn(asked.data)?.find((one) => one.code === code),
  );
  const next = nextPage(page, warning?.issues.totalCount ?? 0);

  return (
    <IssuesModal
      title={warning ? warning.message : 'Issues behind the warning'}
      issues={warning?.issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={next === null ? null : () => setPage(next)}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
    />
  );
}
