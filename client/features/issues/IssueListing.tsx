import type { ReactNode } from 'react';
import type { FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { IssueTable, type issueTableFragment } from './IssueTable.tsx';

interface IssueListingProps {
  caption: string;
  issues: readonly FragmentType<typeof issueTableFragment>[];
  total: number;
  /** Fetches more of them; null when there are none, or none can be asked for. */
  showMore: (() => void) | null;
  busy: boolean;
  /** Beside the count: where the rest can be found. */
  aside?: ReactNode;
}

/** Issues with how many of how many they are, and a way to the next ones. */
export function IssueListing({ caption, issues, total, showMore, busy, aside }: IssueListingProps) {
  const formats = useFormats();
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap gap-x-3 px-2 text-xs text-ink-muted">
        <span role="status">
          {formats.number(issues.length)} of {formats.number(total)} issues
        </span>
        {aside}
      </p>
      <IssueTable caption={caption} issues={issues} />
      {showMore && (
        <div className="text-center">
          <Button busy={busy && 'Loading more…'} onClick={showMore}>
            Show more issues
          </Button>
        </div>
      )}
    </div>
  );
}
