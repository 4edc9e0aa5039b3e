import type { ReactNode } from 'react';
import { Badge } from '../../../ui/Badge.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import type { Column, Standing } from './board-columns.ts';

interface BoardSummaryProps {
  columns: readonly Column<Standing>[];
  /** What can be done with the board. */
  children: ReactNode;
}

const isOpen = (column: Column<Standing>): boolean => column.state !== 'REVIEWED' && column.state !== 'DISMISSED';

/** How much there is to do, and how much of it waits to be looked at. */
export function BoardSummary({ columns, children }: BoardSummaryProps) {
  const formats = useFormats();
  const open = columns.filter(isOpen).reduce((sum, column) => sum + column.total, 0);
  const due = columns.flatMap((column) => column.actions).filter((action) => action.due).length;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="flex flex-wrap items-center gap-2 text-ink-soft">
        {open === 1 ? '1 action is open.' : `${formats.number(open)} actions are open.`}
        {due > 0 && (
          <Badge tone="warn">{due === 1 ? '1 review is due' : `${formats.number(due)} reviews are due`}</Badge>
        )}
      </p>
      {children}
    </div>
  );
}
