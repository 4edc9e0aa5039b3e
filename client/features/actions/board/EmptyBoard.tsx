import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { QuestionLink } from '../../question/QuestionLink.tsx';

/** A board before the first action: where actions come from. */
export function EmptyBoard({ children }: { children: ReactNode }) {
  return (
    <EmptyState
      title="Nothing on the board yet"
      text="Make an action of a recommendation, or one of your own. What its metric is now is kept with it, so that a review can say whether it has helped."
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <Button asChild size="small">
            <QuestionLink to="/actions">See what is recommended</QuestionLink>
          </Button>
          {children}
        </span>
      }
    />
  );
}
