import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FailureState } from '../../../ui/FailureState.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ActivityTable } from './ActivityTable.tsx';
import { useAuditLog } from './use-audit-log.ts';

/** What was done to the account and its connection. */
export function ActivityTab() {
  const formats = useFormats();
  const [log, readOn] = useAuditLog();
  const { hasMore } = log;
  const count = useRef<HTMLParagraphElement>(null);
  const askedForMore = useRef(false);

  // The button goes with the last page: focus must not get lost with it.
  useEffect(() => {
    if (!hasMore && askedForMore.current && document.activeElement === document.body) count.current?.focus();
  }, [hasMore]);

  function showMore() {
    askedForMore.current = true;
    readOn();
  }

  return (
    <Card
      title="Activity"
      description="What was done to your account and its Jira connection, newest first. Entries cannot be changed; the last 10,000 are kept."
    >
      {log.isUnread && !log.failure && (
        <Loading what="the log">
          <Skeleton className="h-96" />
        </Loading>
      )}
      {!log.isUnread && <ActivityTable entries={log.entries} />}
      {log.failure && <FailureState words={log.failure} onRetry={readOn} />}
      {!log.isUnread && (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-2 px-2">
          <p ref={count} tabIndex={-1} role="status" className="figures text-xs text-ink-muted">
            {hasMore
              ? `The newest ${formats.number(log.entries.length)} entries`
              : `All ${formats.number(log.entries.length)} entries`}
          </p>
          {hasMore && !log.failure && (
            <Button size="small" busy={log.fetching && 'Loading more…'} onClick={showMore}>
              Show more
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
