import { useId, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { cn } from '../../../ui/cn.ts';
import { inputClasses } from '../../../ui/Input.tsx';
import { readDates } from './read-dates.ts';

interface PasteDatesProps {
  label: string;
  onAdd: (dates: readonly string[]) => void;
}

/** A text with dates in it, and what of it is understood. */
export function PasteDates({ label, onAdd }: PasteDatesProps) {
  const id = useId();
  const [text, setText] = useState('');
  const { dates, unread } = readDates(text);
  const count = dates.length === 1 ? '1 date' : `${dates.length} dates`;
  return (
    <div className="max-w-md space-y-2 rounded-md border border-line p-3">
      <label htmlFor={id} className="block text-xs font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={4}
        // biome-ignore lint/a11y/noAutofocus: it appears because somebody has just asked for it
        autoFocus
        className={cn(inputClasses, 'h-auto py-2')}
        placeholder={'2026-12-25\n26.12.2026'}
        aria-describedby={`${id}-read`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p
        id={`${id}-read`}
        role="status"
        className={cn('text-xs', unread.length > 0 ? 'text-danger' : 'text-ink-muted')}
      >
        {unread.length > 0
          ? `Not dates: ${unread.slice(0, 5).join(', ')}${unread.length > 5 ? ` and ${unread.length - 5} more` : ''}`
          : 'Like 2026-12-25 or 25.12.2026, apart by spaces, commas or lines.'}
      </p>
      <Button size="small" disabled={dates.length === 0} onClick={() => onAdd(dates)}>
        {dates.length === 0 ? 'Add dates' : `Add ${count}`}
      </Button>
    </div>
  );
}
