import type { TimeClock } from './time-clock.ts';

/** Seconds of a clock within an English sentence: "less than 0.1 days", "0.4 working days", "3.0 days", "12 days". */
export function daysInText(
  seconds: number,
  { kind, secondsPerDay }: Pick<TimeClock, 'kind' | 'secondsPerDay'>,
): string {
  const days = seconds / secondsPerDay;
  const unit = kind === 'WORKING' ? 'working days' : 'days';
  // Overnight and at weekends no working time passes at all.
  if (days < 0.05) return `less than 0.1 ${unit}`;
  return `${days < 9.95 ? days.toFixed(1) : Math.round(days)} ${unit}`;
}
