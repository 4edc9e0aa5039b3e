import type { ComponentProps } from 'react';
import { Input } from '../../../ui/Input.tsx';
import { readTime } from './read-time.ts';

interface TimeInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: string;
  onChange: (text: string) => void;
}

/**
 * A time of day, "09:00" to "24:00", whatever the browser's own clock looks like: its time field knows no 24:00. What is
 * typed shorter is written out when the field is left.
 */
export function TimeInput({ value, onChange, ...rest }: TimeInputProps) {
  return (
    <Input
      {...rest}
      autoComplete="off"
      placeholder="09:00"
      maxLength={8}
      className="figures h-8 w-20"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const time = readTime(value);
        if (time !== null && time !== value) onChange(time);
      }}
    />
  );
}
