/** Seconds between two instants: all of them, or those from 09:00 to 17:00 UTC, Monday to Friday, added up day by day. */
export function obviousSeconds(clock: 'WORKING' | 'CALENDAR', from: number, to: number): number {
  if (clock === 'CALENDAR') return to - from;
  let seconds = 0;
  for (let midnight = Math.floor(from / 86_400) * 86_400; midnight < to; midnight += 86_400) {
    const weekday = new Date(midnight * 1000).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const opens = Math.max(from, midnight + 9 * 3600);
    const closes = Math.min(to, midnight + 17 * 3600);
    if (closes > opens) seconds += closes - opens;
  }
  return seconds;
}

/** The smallest value that p of 100 do not exceed, found by counting. */
export function obviousPercentile(values: readonly number[], p: number, fewest: number): number | null {
  if (values.length < fewest) return null;
  const enough = values.filter((value) => values.filter((other) => other <= value).length * 100 >= p * values.length);
  return Math.min(...enough);
}
