import { X } from 'lucide-react';
import { type ClipboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Input.tsx';
import { PasteDates } from './PasteDates.tsx';
import { readDates } from './read-dates.ts';

interface DateListProps {
  title: string;
  hint: string;
  /** What one of them is called: "holiday". */
  one: string;
  dates: readonly string[];
  locale: string;
  error: string | undefined;
  onChange: (dates: readonly string[]) => void;
}

/** Dates by year, each of which can go; one is added by the calendar, several by pasting. */
export function DateList({ title, hint, one, dates, locale, error, onChange }: DateListProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [date, setDate] = useState('');
  const [pasting, setPasting] = useState(false);
  const years = [...new Set(dates.map((each) => each.slice(0, 4)))];
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const words = (iso: string): string => format.format(new Date(`${iso}T00:00:00Z`));

  const add = (more: readonly string[]) => onChange([...new Set([...dates, ...more])].sort());

  function addOne() {
    if (date === '') return field.current?.focus();
    add([date]);
    setDate('');
    field.current?.focus();
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = readDates(event.clipboardData.getData('text')).dates;
    if (pasted.length === 0) return;
    event.preventDefault();
    add(pasted);
  }

  /** Focus goes to the next one, so that several can go one after the other. */
  function remove(gone: string, event: MouseEvent<HTMLElement>) {
    const item = event.currentTarget.closest('li');
    const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button');
    onChange(dates.filter((each) => each !== gone));
    (next ?? field.current)?.focus();
  }

  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-medium">{title}</legend>
      <p className="text-xs text-ink-muted">{hint}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Input
          ref={field}
          type="date"
          min="1970-01-01"
          max="9999-12-31"
          aria-label={`Date of the ${one}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="w-40"
          value={date}
          onChange={(event) => setDate(event.target.value)}
          onPaste={onPaste}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            addOne();
          }}
        />
        <Button onClick={addOne}>Add {one}</Button>
        <Button look="ghost" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          Paste several
        </Button>
      </div>
      {pasting && (
        <PasteDates
          label={`Dates of ${title.toLowerCase()}`}
          onAdd={(more) => {
            add(more);
            setPasting(false);
            field.current?.focus();
          }}
        />
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
      {dates.length === 0 && <p className="text-ink-muted">None</p>}
      <div className="max-h-72 space-y-3 overflow-y-auto">
        {years.map((year) => (
          <section key={year} aria-label={`${title} in ${year}`}>
            <h3 className="text-xs font-medium text-ink-muted">{year}</h3>
            <ul className="mt-1 flex flex-wrap gap-1.5">
              {dates
                .filter((each) => each.startsWith(year))
                .map((each) => (
                  <li key={each} className="flex items-center rounded-md bg-sunken pl-2">
                    <time dateTime={each}>{words(each)}</time>
                    <Button
                      look="ghost"
                      size="icon"
                      className="size-7"
                      aria-label={`Remove ${words(each)} ${year}`}
                      onClick={(event) => remove(each, event)}
                    >
                      <X size={14} aria-hidden />
                    </Button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </fieldset>
  );
}
