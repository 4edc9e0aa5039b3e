import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface UnsavedNoticeProps {
  /** What the way out is called: "Discard them". */
  discard: string;
  /** And the way back. */
  stay?: string;
  onDiscard: () => void;
  onStay: () => void;
  /** What would be lost. */
  children: ReactNode;
}

/** Inside a dialog that was to be closed: asks before what was typed in it is lost. */
export function UnsavedNotice({ discard, stay = 'Go on editing', onDiscard, onStay, children }: UnsavedNoticeProps) {
  return (
    <div
      role="alert"
      className="mb-4 flex flex-wrap items-center justify-between gap-2 rounded-md border border-warn bg-warn-soft px-3 py-2 text-warn"
    >
      {children}
      <span className="flex flex-wrap gap-2">
        <Button size="small" look="danger" onClick={onDiscard}>
          {discard}
        </Button>
        <Button size="small" onClick={onStay}>
          {stay}
        </Button>
      </span>
    </div>
  );
}
