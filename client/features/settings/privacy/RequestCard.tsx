import { Check, Download, LoaderCircle } from 'lucide-react';
import type { DataRequestsQuery } from '../../../gql/graphql.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Receipt } from './Receipt.tsx';
import { accountIdOf, isOpen, requestTitle, statusTones, statusWords, storeWords } from './request-words.ts';

export type ShownRequest = DataRequestsQuery['viewer']['dataRequests']['nodes'][number];

interface RequestCardProps {
  request: ShownRequest;
  /** The archive is being fetched: its address is used up soon. */
  onFetch: () => void;
}

/** A request: how far it is while it goes, then what came of it. */
export function RequestCard({ request, onFetch }: RequestCardProps) {
  const formats = useFormats();
  const accountId = accountIdOf(request);
  const open = isOpen(request);
  return (
    <li className="space-y-2 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            {requestTitle(request)}
            <Badge tone={statusTones[request.status]}>{statusWords[request.status]}</Badge>
          </h3>
          <p className="text-xs text-ink-muted">
            Asked for {formats.dateTime(request.requestedAt)}
            {open && `, due by ${formats.date(request.dueBy)}`}
            {accountId && (
              <>
                , Jira account <code className="wrap-anywhere">{accountId}</code>
              </>
            )}
          </p>
        </div>
        {request.downloadUrl && (
          <Button asChild size="small" look="primary">
            <a href={request.downloadUrl} download onClick={onFetch}>
              <Download size={14} aria-hidden /> Download
            </a>
          </Button>
        )}
      </div>
      {request.downloadUrl && request.downloadExpiresAt && (
        <p className="text-xs text-ink-soft">
          It can be downloaded once, until {formats.dateTime(request.downloadExpiresAt)}.
        </p>
      )}
      {request.reason && (
        <p className={request.status === 'FAILED' ? 'text-danger' : 'text-ink-soft'}>{request.reason}</p>
      )}
      {open && request.steps.length > 0 && (
        <ul aria-label={`Steps of the ${requestTitle(request).toLowerCase()}`} className="space-y-0.5 text-xs">
          {request.steps.map((step) => (
            <li key={step.store} className="flex items-center gap-2">
              {step.done ? (
                <Check size={14} aria-hidden className="text-good" />
              ) : (
                <LoaderCircle size={14} aria-hidden className="text-ink-muted" />
              )}
              <span className="first-letter:uppercase">{storeWords(step.store)}</span>
              <span className="figures text-ink-muted">
                {formats.number(step.rows)} {step.rows === 1 ? 'row' : 'rows'}
                {step.done ? ', done' : ' so far'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {request.receipt && <Receipt receipt={request.receipt} kind={request.kind} />}
    </li>
  );
}
