import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

interface SaveBarProps {
  label: string;
  changed: boolean;
  saving: boolean;
  onUndo: () => void;
  /** What the changes come to. */
  children: ReactNode;
}

/** The end of a long form, to be put inside it: in sight wherever in the form one is. */
export function SaveBar({ label, changed, saving, onUndo, children }: SaveBarProps) {
  return (
    <section
      aria-label={label}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised p-3 shadow-high"
    >
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!changed} busy={saving && 'Saving…'}>
          Save changes
        </Button>
        <Button disabled={!changed} onClick={onUndo}>
          Undo
        </Button>
      </div>
      <div className="min-w-0 flex-1 basis-60">{children}</div>
    </section>
  );
}
