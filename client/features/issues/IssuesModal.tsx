import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import type { FragmentType } from '../../gql/index.ts';
import { FailureState } from '../../ui/FailureState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { failureWords } from '../api/failure-words.ts';
import { IssueListing } from './IssueListing.tsx';
import type { issueTableFragment } from './IssueTable.tsx';

interface IssuesModalProps {
  title: string;
  description?: string;
  /** Absent while nothing has been answered. */
  issues:
    | { readonly totalCount: number; readonly nodes: readonly FragmentType<typeof issueTableFragment>[] }
    | undefined;
  error: CombinedError | undefined;
  busy: boolean;
  /** Fetches more of them; null when there are none. */
  showMore: (() => void) | null;
  onRetry: () => void;
  onClose: () => void;
  aside?: ReactNode;
}

/** The issues behind a number, over the page that shows it. */
export function IssuesModal({
  title,
  description,
  issues,
  error,
  busy,
  showMore,
  onRetry,
  onClose,
  aside,
}: IssuesModalProps) {
  return (
    <Modal wide open onOpenChange={onClose} title={title} {...(description !== undefined && { description })}>
      {issues ? (
        <IssueListing
          caption={title}
          issues={issues.nodes}
          total={issues.totalCount}
          showMore={showMore}
          busy={busy}
          aside={aside}
        />
      ) : error ? (
        <FailureState words={failureWords(error)} onRetry={onRetry} />
      ) : (
        <Loading what="issues">
          <Skeleton className="h-40" />
        </Loading>
      )}
    </Modal>
  );
}
