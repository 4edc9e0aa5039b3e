import { CalendarCheck, UserRound } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cn } from '../../../ui/cn.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { actionPath } from '../actions-view.ts';
import { metricFormats, metricName } from '../metric-words.ts';
import { verdictWords } from '../state-words.ts';

const cardFragment = graphql(`
  fragment ActionCard_action on Action {
    id
    title
    due
    metric
    target
    reviewOn
    dismissReason
    baseline {
      value
    }
    scopeStage {
      id
      name
    }
    scopeTeam {
      id
      name
    }
    owner {
      id
      displayName
    }
    outcome {
      verdict
    }
  }
`);

interface ActionCardProps {
  action: FragmentType<typeof cardFragment>;
  currency: string;
  /** Whether it can be dragged to another column. */
  movable: boolean;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
  menu: ReactNode;
}

/** What an action is to move and how far, who sees to it, and when it is looked at again. */
export function ActionCard({ action: masked, currency, movable, onDragStart, onDragEnd, menu }: ActionCardProps) {
  const action = readFragment(cardFragment, masked);
  const formats = useFormats();
  const { short, shortUnit } = metricFormats(formats, currency);
  const { metric, target, baseline, scopeStage, scopeTeam, owner, outcome } = action;
  const verdict = outcome && verdictWords[outcome.verdict];
  return (
    <li
      data-action={action.id}
      draggable={movable}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      className={cn(
        'min-w-0 space-y-1.5 rounded-md border border-line bg-surface p-2.5 shadow-card',
        'has-[a:focus-visible]:border-accent',
        movable && 'cursor-grab',
      )}
    >
      <div className="flex items-start gap-1">
        <Link
          to={actionPath(action.id)}
          draggable={false}
          className="min-w-0 flex-1 font-medium wrap-anywhere hover:underline"
        >
          {action.title}
        </Link>
        {menu}
      </div>
      <p className="text-xs text-ink-soft">
        {metricName(metric, scopeStage)}{' '}
        <span className="figures block font-medium whitespace-nowrap text-ink">
          {short(metric, baseline.value)} <span aria-hidden>→</span>
          <span className="sr-only"> to reach </span> {short(metric, target)}
          {shortUnit(metric)}
        </span>
      </p>
      {(verdict || action.due) && (
        <p className="flex flex-wrap gap-1">
          {verdict && <Badge tone={verdict.tone}>{verdict.label}</Badge>}
          {action.due && <Badge tone="warn">Review due</Badge>}
        </p>
      )}
      {action.dismissReason && <p className="text-xs wrap-anywhere text-ink-soft">{action.dismissReason}</p>}
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs text-ink-muted">
        {scopeTeam && <span>{scopeTeam.name}</span>}
        {owner && (
          <span className="inline-flex items-center gap-1">
            <UserRound size={12} aria-hidden /> <span className="sr-only">Owner </span>
            {owner.displayName}
          </span>
        )}
        <span className="inline-flex items-center gap-1 whitespace-nowrap">
          <CalendarCheck size={12} aria-hidden /> <span className="sr-only">Review on </span>
          {formats.date(action.reviewOn)}
        </span>
      </p>
    </li>
  );
}
