import { Button } from '../../../ui/Button.tsx';
import { TimeInput } from './TimeInput.tsx';
import { type DraftDay, weekdayName } from './time-draft.ts';
import type { TimeErrors } from './time-errors.ts';

interface WeekHoursProps {
  days: readonly DraftDay[];
  errors: TimeErrors;
  onChange: (days: readonly DraftDay[]) => void;
}

/** Which days of the week are worked on, and from when to when. A free day keeps its place and its hours. */
export function WeekHours({ days, errors, onChange }: WeekHoursProps) {
  const first = days.find((day) => day.works);
  const edit = (weekday: string, to: Partial<DraftDay>) =>
    onChange(days.map((day) => (day.weekday === weekday ? { ...day, ...to } : day)));

  return (
    <fieldset className="space-y-1">
      <legend className="mb-1 font-medium">Working hours</legend>
      <ul className="divide-y divide-line rounded-md border border-line">
        {days.map((day) => (
          <DayRow key={day.weekday} day={day} errors={errors} onEdit={(to) => edit(day.weekday, to)} />
        ))}
      </ul>
      {errors.days && (
        <p role="alert" className="text-xs font-medium text-danger">
          {errors.days}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2 pt-1">
        <p className="text-xs text-ink-muted">24:00 is midnight at the end of a day.</p>
        <Button
          size="small"
          disabled={!first}
          onClick={() =>
            first && onChange(days.map((day) => (day.works ? { ...day, start: first.start, end: first.end } : day)))
          }
        >
          {first ? `${weekdayName(first.weekday)}’s hours for every working day` : 'The same hours for every day'}
        </Button>
      </div>
    </fieldset>
  );
}

interface DayRowProps {
  day: DraftDay;
  errors: TimeErrors;
  onEdit: (to: Partial<DraftDay>) => void;
}

function DayRow({ day, errors, onEdit }: DayRowProps) {
  const name = weekdayName(day.weekday);
  const problems = [errors[`${day.weekday}.start`], errors[`${day.weekday}.end`]];
  const errorId = `hours-${day.weekday}-error`;
  const field = (side: 'start' | 'end') => ({
    disabled: !day.works,
    value: day[side],
    onChange: (text: string) => onEdit({ [side]: text }),
    'aria-invalid': problems[side === 'start' ? 0 : 1] ? true : undefined,
    'aria-describedby': problems.some(Boolean) ? errorId : undefined,
  });
  return (
    <li className="px-3 py-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label className="flex h-8 w-32 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={day.works}
            onChange={(event) => onEdit({ works: event.target.checked })}
          />
          {name}
        </label>
        <span className="flex items-center gap-2">
          <TimeInput {...field('start')} aria-label={`${name} from`} />
          <span aria-hidden>–</span>
          <TimeInput {...field('end')} aria-label={`${name} to`} />
        </span>
        {!day.works && <span className="text-xs text-ink-muted">free</span>}
      </div>
      {problems.some(Boolean) && (
        <p id={errorId} role="alert" className="text-xs font-medium text-danger">
          {problems.filter(Boolean).join(' ')}
        </p>
      )}
    </li>
  );
}
