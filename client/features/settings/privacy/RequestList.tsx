import { useCallback } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureState } from '../../../ui/FailureState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { useSessionKeeper } from '../../session/SessionProvider.tsx';
import { RequestCard } from './RequestCard.tsx';
import { useRequests } from './use-requests.ts';

/** What was asked for, and what became of it. */
export function RequestList() {
  const keeper = useSessionKeeper();
  const onErased = useCallback(() => {
    toast.success('The person was erased');
    // Answers that this browser keeps may have the name.
    keeper.startAfresh();
  }, [keeper]);
  const { requests, error, reload, showMore, lookAfterFetch } = useRequests(onErased);
  return (
    <Card title="Requests" description="Newest first, with a receipt when they are done.">
      {!requests && error && <FailureState words={failureWords(error)} onRetry={reload} />}
      {!requests && !error && (
        <Loading what="requests">
          <Skeleton className="h-32" />
        </Loading>
      )}
      {requests?.length === 0 && <EmptyState title="No requests yet" />}
      {requests && requests.length > 0 && (
        <ul aria-label="Requests" className="divide-y divide-line">
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} onFetch={lookAfterFetch} />
          ))}
        </ul>
      )}
      {showMore && (
        <Button size="small" onClick={showMore}>
          Show older requests
        </Button>
      )}
    </Card>
  );
}
