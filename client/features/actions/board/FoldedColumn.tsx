import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { BoardColumn } from './BoardColumn.tsx';

interface FoldedColumnProps extends ComponentProps<typeof BoardColumn> {
  unfolded: boolean;
  onUnfold: (unfolded: boolean) => void;
}

/** A column across the board whose cards show when they are wanted. Cards can be dropped on it all the same. */
export function FoldedColumn({ unfolded, onUnfold, children, more, ...column }: FoldedColumnProps) {
  const Icon = unfolded ? ChevronDown : ChevronRight;
  return (
    <BoardColumn
      {...column}
      more={unfolded && more}
      listClassName={unfolded ? 'grid gap-2 space-y-0 sm:grid-cols-2 xl:grid-cols-4' : 'hidden'}
      control={
        <Button look="ghost" size="small" aria-expanded={unfolded} onClick={() => onUnfold(!unfolded)}>
          <Icon size={14} aria-hidden /> {unfolded ? 'Hide them' : 'Show them'}
        </Button>
      }
    >
      {unfolded && children}
    </BoardColumn>
  );
}
