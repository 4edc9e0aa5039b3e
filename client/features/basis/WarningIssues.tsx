import { useState } from 'react';
import { graphql, readFragment } from '../../gql/index.ts';
import { FailureState } from '../../ui/FailureState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { failureWords } from '../api/failure-words.ts';
import { growingPage, nextPage } from '../issues/growing-page.ts';
import { IssueListing } from '../issues/IssueListing.tsx';
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
    <Modal wide open onOpenChange={onClose} title={warning ? `${warning.message}` : 'Issues behind the warning'}>
      {warning ? (
        <IssueListing
          caption="Issues behind the warning"
          issues={warning.issues.nodes}
          total={warning.issues.totalCount}
          showMore={next === null ? null : () => setPage(next)}
          busy={asked.fetching}
        />
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading what="issues">
          <Skeleton className="h-40" />
        </Loading>
      )}
    </Modal>
  );
}
