import { CalendarRange, ChevronDown } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { PopoverPanel } from '../../ui/PopoverPanel.tsx';
import { type Question, windowChoices } from './question.ts';

interface WindowPickerProps {
  window: Question['window'];
  onChange: (window: Question['window']) => void;
}

/** The last so many days, or two dates, both included. */
export function WindowPicker({ window, onChange }: WindowPickerProps) {
  const formats = useFormats();
  const [from, setFrom] = useState('from' in window ? window.from : '');
  const [to, setTo] = useState('to' in window ? window.to : '');
  const backwards = from !== '' && to !== '' && from > to;
  const shown =
    'days' in window ? `Last ${window.days} days` : `${formats.date(window.from)} – ${formats.date(window.to)}`;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (from && to && !backwards) onChange({ from, to });
  }

  return (
    <PopoverPanel
      label="Window"
      trigger={
        <Button size="small" className="h-8" aria-label={`Window: ${shown}`}>
          <CalendarRange size={14} aria-hidden />
          {shown}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <ul aria-label="Days back from now" className="mb-3 grid grid-cols-2 gap-1.5">
        {windowChoices.map((days) => (
          <li key={days}>
            <Button
              size="small"
              className="w-full"
              aria-pressed={'days' in window && window.days === days}
              look={'days' in window && window.days === days ? 'primary' : 'secondary'}
              onClick={() => onChange({ days })}
            >
              Last {days} days
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={onSubmit} className="space-y-2 border-t border-line pt-3">
        <Field label="From" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        <Field
          label="To"
          type="date"
          value={to}
          error={backwards ? 'The end is before the start.' : undefined}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" size="small" disabled={!from || !to || backwards}>
          Use these dates
        </Button>
      </form>
    </PopoverPanel>
  );
}
