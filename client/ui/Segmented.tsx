import { useId } from 'react';
import { cn } from './cn.ts';
import { usePendingValue } from './use-pending-value.ts';

interface SegmentedProps<T extends string> {
  label: string;
  options: readonly { readonly value: T; readonly label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A few exclusive choices side by side: radio buttons, so arrow keys work and the choice is read out. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  const name = useId();
  const [shown, choose] = usePendingValue(value, onChange);
  return (
    <fieldset className="inline-flex rounded-md border border-line bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            'relative flex h-7 cursor-pointer items-center rounded px-2 text-xs font-medium text-ink-soft',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent',
            option.value === shown && 'bg-surface text-ink shadow-card',
          )}
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={option.value === shown}
            onChange={() => choose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
