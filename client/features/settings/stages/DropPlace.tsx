import { type DragEvent, type ReactNode, useState } from 'react';
import { cn } from '../../../ui/cn.ts';

/** The type under which a dragged status travels, so that foreign drags are not taken. */
export const statusDragType = 'application/x-status-id';

interface DropPlaceProps {
  label: string;
  onDropStatus: (statusId: string) => void;
  className?: string;
  children: ReactNode;
}

/** Where a status can be dropped. The selects beside the statuses do the same by keyboard. */
export function DropPlace({ label, onDropStatus, className, children }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  const carriesStatus = (event: DragEvent): boolean => event.dataTransfer.types.includes(statusDragType);
  return (
    <section
      aria-label={label}
      onDragOver={(event) => {
        if (!carriesStatus(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!carriesStatus(event)) return;
        event.preventDefault();
        onDropStatus(event.dataTransfer.getData(statusDragType));
      }}
      className={cn('rounded-lg border border-line bg-canvas p-3', over && 'border-accent bg-accent-soft', className)}
    >
      {children}
    </section>
  );
}
