import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ActionState } from '../../../gql/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Standing } from './board-columns.ts';

const CardMenuPanel = lazy(() => import('./CardMenuPanel.tsx').then((module) => ({ default: module.CardMenuPanel })));

export interface CardMenuProps {
  title: string;
  action: Standing;
  /** It is being reviewed. */
  busy: boolean;
  onMove: (to: ActionState) => void;
  onReview: () => void;
}

/** Everything that can be done with a card, for the keyboard and for fingers. Drawn when it is first wanted. */
export function CardMenu(props: CardMenuProps) {
  const [wanted, setWanted] = useState(false);
  const name = `Move “${props.title}”`;
  const icon = <Ellipsis size={16} aria-hidden />;
  const closed = (
    <Button
      look="ghost"
      size="icon"
      className="-mt-1 -mr-1 size-7"
      aria-label={name}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      {icon}
    </Button>
  );
  if (props.busy) {
    return (
      <span role="status" className="text-xs text-ink-muted">
        Reviewing…
      </span>
    );
  }
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <CardMenuPanel
        {...props}
        trigger={
          <Button look="ghost" size="icon" className="-mt-1 -mr-1 size-7" aria-label={name}>
            {icon}
          </Button>
        }
      />
    </Suspense>
  );
}
