const secondMs = 1_000;
const dayMs = 86_400_000;
/** Nobody would have everybody reported every hour, nor be told of somebody in more than a year. */
const leastSeconds = 3_600;
const mostMs = 366 * dayMs;

/**
 * How long not to report an account again, by the header Cycle-Period. Its unit is documented nowhere: from 3,600 on it is
 * taken for seconds, below for days. Null for what is no such number.
 */
export function cyclePeriod(header: string | null): number | null {
  if (header === null || !/^\d{1,9}$/.test(header.trim())) return null;
  const value = Number(header);
  const ms = value * (value >= leastSeconds ? secondMs : dayMs);
  return ms > 0 && ms <= mostMs ? ms : null;
}
